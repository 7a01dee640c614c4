package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.id.SourceId;
import org.defter.core.source.Transcription;
import org.defter.query.date.DateWords;
import org.defter.query.label.Labels;
import org.defter.query.page.MarkedText.Mark;
import org.defter.query.page.MarkedText.MarkedParagraph;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.defter.query.source.SourceView;
import org.defter.query.source.SourceView.OfParagraph;
import org.defter.query.source.SourceView.OnPassage;
import org.defter.query.source.Sources;
import org.defter.readmodel.document.SourceDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class SourcePage {

  private static final Set<String> PARAMETERS =
      Stream.concat(Times.PARAMETERS.stream(), Stream.of("revision"))
          .collect(Collectors.toUnmodifiableSet());

  private final Sources sources;

  SourcePage(Sources sources) {
    this.sources = sources;
  }

  /** A paragraph with the facts that rest on it. */
  record ParagraphLine(MarkedParagraph paragraph, List<FactLine> facts) {}

  /** A fact that rests on a paragraph. */
  record FactLine(StandingLine standing, StatementLine statement, int citations) {}

  @GetMapping("/sources/{id}")
  String show(@PathVariable String id, HttpServletRequest request, Model model) {
    Parameters given = Parameters.of(request).allowing(PARAMETERS);
    SourceId sourceId = new SourceId(id);
    Times times = Times.of(given);
    SourceDocument source = sources.get(sourceId, times.knownAt());
    Transcription shown = shown(source, given, times);
    List<Locale> readers = Collections.list(request.getLocales());
    SourceView.Facts facts = sources.facts(sourceId, times, readers);
    model.addAttribute("id", id);
    model.addAttribute("description", source.description());
    model.addAttribute("transcription", shown);
    model.addAttribute("newest", source.transcription());
    model.addAttribute("factCount", facts.total());
    model.addAttribute(
        "paragraphs", shown == null ? List.of() : paragraphs(shown, facts, DateWords.in(readers)));
    model.addAttribute("elsewhere", shown == null ? 0 : citingOtherRevisions(shown, facts));
    return "source";
  }

  private @Nullable Transcription shown(SourceDocument source, Parameters given, Times times) {
    return given.text("revision") == null
        ? source.transcription()
        : sources.transcription(
            new SourceId(source.id()), given.number("revision", 1, 1, 1_000_000), times.knownAt());
  }

  static List<ParagraphLine> paragraphs(
      Transcription text, SourceView.Facts facts, DateWords words) {
    List<OnPassage> passages =
        passages(facts).filter(passage -> passage.revision() == text.revision()).toList();
    List<Mark> marks =
        passages.stream()
            .map(passage ->
                new Mark(passage.start(), passage.end(), List.of(passage.fact().value())))
            .toList();
    List<ParagraphLine> lines = new ArrayList<>();
    for (MarkedParagraph paragraph : MarkedText.of(text.text(), marks)) {
      lines.add(new ParagraphLine(paragraph, facts(paragraph.number(), text, facts, words)));
    }
    return lines;
  }

  private static Stream<OnPassage> passages(SourceView.Facts facts) {
    return facts.paragraphs().stream().map(OfParagraph::passages).flatMap(List::stream);
  }

  /** What stands at other places, or nowhere, in the revision shown. */
  private static long citingOtherRevisions(Transcription text, SourceView.Facts facts) {
    return passages(facts)
        .filter(passage -> passage.revision() != text.revision())
        .map(OnPassage::fact)
        .distinct()
        .count();
  }

  private static List<FactLine> facts(
      int paragraph, Transcription text, SourceView.Facts facts, DateWords words) {
    Labels labels = facts.labels();
    return facts.paragraphs().stream()
        .filter(of -> of.paragraph() == paragraph)
        .flatMap(of -> of.passages().stream())
        .filter(passage -> passage.revision() == text.revision())
        .map(passage ->
            new FactLine(
                StandingLine.of(
                    passage.fact(), passage.version(), passage.standing(), passage.known().to()),
                StatementLine.of(passage.statement(), labels, words),
                passage.citationCount()))
        .distinct()
        .toList();
  }
}
