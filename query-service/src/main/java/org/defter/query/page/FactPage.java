package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.event.FieldChange;
import org.defter.core.fact.Citation;
import org.defter.core.id.Actor;
import org.defter.core.id.FactId;
import org.defter.core.source.Transcription;
import org.defter.query.date.DateWords;
import org.defter.query.decision.Decisions;
import org.defter.query.fact.FactHistory;
import org.defter.query.fact.FactVersion;
import org.defter.query.fact.FactView;
import org.defter.query.fact.Facts;
import org.defter.query.finding.Findings;
import org.defter.query.label.Labels;
import org.defter.query.page.Differences.Difference;
import org.defter.query.page.Differences.Saying;
import org.defter.query.page.MarkedText.Mark;
import org.defter.query.page.MarkedText.MarkedParagraph;
import org.defter.query.read.Meanwhile;
import org.defter.query.request.MergedInto;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.defter.query.source.Sources;
import org.defter.readmodel.document.FactDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class FactPage {

  private static final Set<String> PARAMETERS =
      Stream.concat(Times.PARAMETERS.stream(), Stream.of("version"))
          .collect(Collectors.toUnmodifiableSet());

  private final Facts facts;
  private final Sources sources;
  private final Findings findings;
  private final Differences differences;
  private final Decisions decisions;
  private final Meanwhile meanwhile;

  FactPage(
      Facts facts,
      Sources sources,
      Findings findings,
      Differences differences,
      Decisions decisions,
      Meanwhile meanwhile) {
    this.meanwhile = meanwhile;
    this.differences = differences;
    this.decisions = decisions;
    this.facts = facts;
    this.sources = sources;
    this.findings = findings;
  }

  /**
   * A citation as it is shown.
   *
   * @param address the paragraph on the source's page
   * @param language of the words
   */
  record CitationLine(
      int number,
      String source,
      String address,
      String language,
      @Nullable String note,
      String confidence,
      MarkedParagraph paragraph) {}

  /**
   * A version as it is shown.
   *
   * @param later whether it was not known yet at the time that is asked about
   */
  record VersionLine(
      long version,
      String event,
      String time,
      String actor,
      @Nullable String onBehalfOf,
      @Nullable String reasonType,
      @Nullable String reason,
      @Nullable String correction,
      String standing,
      boolean later,
      List<Difference> changes) {

    static VersionLine of(FactVersion version, @Nullable Instant knownAt, Saying saying) {
      return new VersionLine(
          version.version(),
          version.type(),
          version.recordTime().toString(),
          name(version.actor()),
          version.onBehalfOf() == null ? null : name(version.onBehalfOf()),
          version.reason() == null ? null : version.reason().type().word(),
          version.reason() == null ? null : version.reason().text(),
          version.correction() == null ? null : version.correction().value(),
          version.standing().word(),
          knownAt != null && version.recordTime().isAfter(knownAt),
          saying.all(told(version)));
    }
  }

  /** A fact that was merged into the one that is shown. */
  record AbsorbedLine(String address, String at) {
    static AbsorbedLine of(FactDocument fact) {
      return new AbsorbedLine(
          "/facts/" + fact.id() + "?version=" + fact.version(), fact.changedAt().toString());
    }
  }

  /** The page of a fact as it stands, or of one of its versions; merged, of what it became. */
  @GetMapping("/facts/{id}")
  Object show(@PathVariable String id, HttpServletRequest request, Model model) {
    Parameters given = Parameters.of(request).allowing(PARAMETERS);
    Times times = Times.of(given);
    List<Locale> readers = Collections.list(request.getLocales());
    Long version =
        given.text("version") == null
            ? null
            : Long.valueOf(given.number("version", 1, 1, Integer.MAX_VALUE));
    boolean asItStands = version == null && times.knownAt() == null;
    FactId asked = new FactId(id);
    Supplier<FactHistory> history = meanwhile.ask(() -> facts.history(asked));
    FactView fact = facts.get(asked, version, times.knownAt(), given.validDays(), readers);
    if (asItStands && fact.into() != null) {
      return MergedInto.page(request, "/facts/" + fact.into());
    }
    // What contradicts it contradicts it now: the past has no queue.
    String shown = fact.id().value();
    model.addAttribute(
        "contested", asItStands ? findings.contesting(Set.of(shown)).getOrDefault(shown, 0) : 0);
    decisions.offer(request, given, model);
    show(fact, history, times.knownAt(), readers, model);
    return "fact";
  }

  private void show(
      FactView fact,
      Supplier<FactHistory> told,
      @Nullable Instant knownAt,
      List<Locale> readers,
      Model model) {
    Supplier<List<FactDocument>> absorbed = meanwhile.ask(() -> facts.mergedInto(fact));
    // Asked for by this thread: of a restricted source it is recorded who reads it.
    model.addAttribute("citations", citations(fact.statement().citations(), fact.labels()));
    FactHistory history = told.get();
    List<FactVersion> versions = history.versions();
    Saying saying =
        differences.of(versions.stream().map(FactPage::told).flatMap(List::stream), readers);
    model.addAttribute("id", fact.id().value());
    model.addAttribute("version", fact.version());
    model.addAttribute(
        "standing", StandingLine.of(fact.id(), fact.version(), fact.standing(), fact.known().to()));
    model.addAttribute("newest", history.newest());
    model.addAttribute("into", fact.into());
    model.addAttribute("held", fact.held() == null ? null : fact.held().word());
    model.addAttribute(
        "statement", StatementLine.of(fact.statement(), fact.labels(), DateWords.in(readers)));
    model.addAttribute("absorbed", absorbed.get().stream().map(AbsorbedLine::of).toList());
    model.addAttribute(
        "history",
        versions.stream().map(version -> VersionLine.of(version, knownAt, saying)).toList());
    model.addAttribute("withheld", history.withheld());
  }

  private List<CitationLine> citations(List<Citation> citations, Labels labels) {
    Map<String, Transcription> texts = new HashMap<>();
    List<CitationLine> lines = new ArrayList<>();
    for (Citation citation : citations) {
      int revision = citation.passage().revision();
      Transcription text =
          texts.computeIfAbsent(
              citation.source().value() + "#" + revision,
              _ -> sources.transcription(citation.source(), revision, null));
      int number = citation.passage().paragraph();
      Mark mark = new Mark(citation.passage().start(), citation.passage().end(), List.of("this"));
      lines.add(
          new CitationLine(
              citation.number(),
              labels.of(citation.source()),
              "/sources/" + citation.source().value() + "?revision=" + revision + "#p" + number,
              citation.passage().language().value(),
              citation.note(),
              citation.confidence().word(),
              MarkedText.of(text.text(), List.of(mark)).get(number - 1)));
    }
    return lines;
  }

  /** What changed with a version; with the first, all that it says. */
  private static List<FieldChange> told(FactVersion version) {
    return version.version() == 1 ? Differences.opening(version.statement()) : version.changes();
  }

  /** Who somebody is, in a word. */
  static String name(Actor actor) {
    return actor.name() == null ? actor.id() : actor.name();
  }
}
