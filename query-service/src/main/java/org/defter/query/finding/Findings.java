package org.defter.query.finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.detail.Detail;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FindingId;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.paging.Cursor;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.FindingDocument;
import org.defter.readmodel.document.Index;
import org.springframework.stereotype.Component;

/** Facts that contradict or repeat each other, and what people decided about them. */
@Component
public final class Findings {

  private final ReadModel readModel;
  private final OpenFindings open;
  private final LabelFinder labels;

  Findings(ReadModel readModel, OpenFindings open, LabelFinder labels) {
    this.readModel = readModel;
    this.open = open;
    this.labels = labels;
  }

  /** How a pair is shown. */
  @FunctionalInterface
  private interface View {
    FindingView of(FoundPair pair, Candidate first, Candidate second);
  }

  /**
   * The same, and all that was written: a curator who has just decided something must see it gone.
   */
  public Findings upToDate() {
    open.catchUp();
    return this;
  }

  /** Facts that give a subject different values where a property holds one at a time. */
  public FindingView.Page contradictions(FindingRequest asked, List<Locale> readers) {
    return page(asked, Kind.CONTRADICTION, FindingView::contradiction, readers);
  }

  /** Facts that say the same twice. */
  public FindingView.Page duplicates(FindingRequest asked, List<Locale> readers) {
    return page(asked, Kind.REPETITION, FindingView::repetition, readers);
  }

  /**
   * How many others contradict each of these facts, as far as the reader may see them; without
   * those that none does.
   */
  public Map<String, Integer> contesting(Collection<String> facts) {
    Set<String> hidden = readModel.hiddenSources();
    Map<String, Integer> contesting = new HashMap<>();
    for (FoundPair pair : open.lately(Kind.CONTRADICTION).pairs()) {
      if (pair.first().citesAny(hidden) || pair.second().citesAny(hidden)) {
        continue;
      }
      Stream.of(pair.first().id(), pair.second().id())
          .filter(facts::contains)
          .forEach(fact -> contesting.merge(fact, 1, Integer::sum));
    }
    return contesting;
  }

  /**
   * What was decided about a pair.
   *
   * @throws ProblemException (404) when nothing was
   */
  FindingView.Decided decided(FindingId id) {
    FindingDocument found = readModel.get(Index.FINDINGS, id.value(), FindingDocument.class);
    if (found == null || !visible(found)) {
      throw ProblemException.notFound(Detail.of("query.no.decision", id.value()));
    }
    return FindingView.Decided.of(found);
  }

  private boolean visible(FindingDocument found) {
    List<String> facts = found.facts().stream().map(said -> said.fact().value()).toList();
    return readModel.getAll(Index.FACTS, facts, Candidate.FIELDS, Candidate.class).size()
        == facts.size();
  }

  private FindingView.Page page(FindingRequest asked, Kind kind, View view, List<Locale> readers) {
    String fact = asked.fact();
    if (fact != null && readModel.get(Index.FACTS, fact, FactDocument.class) == null) {
      throw ProblemException.notFound(Detail.of("query.no.fact", fact));
    }
    OpenFindings.Open found = open.lately(kind);
    Set<String> hidden = readModel.hiddenSources();
    List<FoundPair> pairs =
        found.pairs().stream()
            .filter(pair -> !pair.first().citesAny(hidden) && !pair.second().citesAny(hidden))
            .filter(pair -> asked.asksFor(pair, found.merged()))
            .sorted(FoundPair.ORDER)
            .toList();
    String question = asked.digest();
    Cursor cursor = asked.cursor() == null ? null : Cursor.parse(asked.cursor(), question);
    List<FoundPair> rest =
        cursor == null
            ? pairs
            : pairs.stream().filter(pair -> pair.comesAfter(cursor.after())).toList();
    List<FoundPair> shown = rest.subList(0, Math.min(rest.size(), asked.size()));
    String next =
        shown.size() < rest.size()
            ? new Cursor(question, null, shown.getLast().place()).token()
            : null;
    Map<String, Candidate> facts = facts(shown);
    return new FindingView.Page(
        pairs.size(),
        found.complete(),
        shown.stream().map(pair -> view(pair, facts, view)).toList(),
        labels.of(named(facts.values()), readers),
        next);
  }

  private Map<String, Candidate> facts(List<FoundPair> pairs) {
    List<String> ids =
        pairs.stream().flatMap(pair -> Stream.of(pair.first().id(), pair.second().id())).toList();
    return readModel.getAll(Index.FACTS, ids, Candidate.FIELDS, Candidate.class);
  }

  private static FindingView view(FoundPair pair, Map<String, Candidate> facts, View view) {
    return view.of(
        pair,
        Objects.requireNonNull(facts.get(pair.first().id())),
        Objects.requireNonNull(facts.get(pair.second().id())));
  }

  private static Collection<ArchiveId> named(Collection<Candidate> facts) {
    Set<ArchiveId> named = new LinkedHashSet<>();
    facts.forEach(fact -> named.addAll(Mentions.in(fact.statement())));
    return named;
  }
}
