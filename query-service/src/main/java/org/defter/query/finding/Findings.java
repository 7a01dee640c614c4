package org.defter.query.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.defter.core.finding.Grade;
import org.defter.core.finding.Pair;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FindingId;
import org.defter.core.value.Canonical;
import org.defter.core.value.Value;
import org.defter.query.document.FactDocument;
import org.defter.query.document.FindingDocument;
import org.defter.query.document.Index;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.paging.Cursor;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Facts that contradict or repeat each other, as they are at this moment: nothing is kept that
 * could lag behind or be wrong, but what people decided about them.
 */
@Component
public final class Findings {

  /** Facts of one subject and property that are compared, each with each. */
  private static final int MOST_COMPARED = 200;

  private static final List<String> READ =
      List.of(
          Index.FACTS.alias(),
          Index.PROPERTIES.alias(),
          Index.SUBJECTS.alias(),
          Index.FINDINGS.alias());

  private final ReadModel readModel;
  private final Candidates candidates;
  private final SettledSlots settled;
  private final LabelFinder labels;

  Findings(ReadModel readModel, Candidates candidates, SettledSlots settled, LabelFinder labels) {
    this.readModel = readModel;
    this.candidates = candidates;
    this.settled = settled;
    this.labels = labels;
  }

  /**
   * The same, from indexes that show all that was written: a curator who has just decided something
   * must see it gone, and they refresh by themselves only every second.
   */
  public Findings upToDate() {
    readModel.ask(client -> client.indices().refresh(refresh -> refresh.index(READ)));
    return this;
  }

  /** Facts that give a subject different values where a property holds one at a time. */
  public FindingView.Page contradictions(FindingRequest asked, List<Locale> readers) {
    Scope scope = scope(asked);
    List<String> watched = candidates.watched(scope.properties);
    Candidates.Found found =
        watched.isEmpty()
            ? new Candidates.Found(List.of(), true)
            : candidates.contested(scope.subjects, watched, scope.merged);
    Compared compared =
        compare(
            found,
            fact -> slot(fact, scope.merged),
            (one, other) ->
                new Pair(one.statement(), other.statement(), scope.merged::survivor)
                    .contradiction());
    settled.remember(found.facts(), compared.pairs);
    return page(asked, compared, FindingView::contradiction, readers);
  }

  /** Facts that say the same twice. */
  public FindingView.Page duplicates(FindingRequest asked, List<Locale> readers) {
    Scope scope = scope(asked);
    Compared compared =
        compare(
            candidates.repeated(scope.subjects, scope.properties, scope.merged),
            fact -> slot(fact, scope.merged) + '\n' + value(fact, scope.merged),
            (one, other) ->
                new Pair(one.statement(), other.statement(), scope.merged::survivor).repetition());
    return page(asked, compared, FindingView::repetition, readers);
  }

  /**
   * What was decided about a pair.
   *
   * @throws ProblemException (404) when nothing was
   */
  FindingView.Decided decided(FindingId id) {
    FindingDocument found = readModel.get(Index.FINDINGS, id.value(), FindingDocument.class);
    if (found == null) {
      throw ProblemException.notFound("nothing was decided about '%s'".formatted(id.value()));
    }
    return FindingView.Decided.of(found);
  }

  private record Scope(List<String> subjects, List<String> properties, MergedSubjects merged) {}

  private record Compared(List<FoundPair> pairs, boolean complete) {}

  private interface Rule {
    @Nullable Grade find(Candidate one, Candidate other);
  }

  private Scope scope(FindingRequest asked) {
    MergedSubjects merged = MergedSubjects.now(readModel);
    List<String> subjects = asked.subjects();
    List<String> properties = asked.properties();
    if (asked.fact() != null) {
      FactDocument fact = readModel.get(Index.FACTS, asked.fact(), FactDocument.class);
      if (fact == null) {
        throw ProblemException.notFound("there is no fact '%s'".formatted(asked.fact()));
      }
      subjects = List.of(fact.subject());
      properties = List.of(fact.property());
    }
    return new Scope(
        subjects.stream().map(merged::family).flatMap(List::stream).toList(), properties, merged);
  }

  private static String slot(Candidate fact, MergedSubjects merged) {
    return merged.survivor(fact.statement().subject()).value()
        + '\n'
        + fact.statement().property().value();
  }

  private static String value(Candidate fact, MergedSubjects merged) {
    Value value = fact.statement().value();
    return value instanceof Value.SubjectReference(var subject)
        ? merged.survivor(subject).value()
        : Canonical.of(value);
  }

  private static Compared compare(
      Candidates.Found found, Function<Candidate, String> group, Rule rule) {
    Map<String, Map<String, Candidate>> groups = new LinkedHashMap<>();
    for (Candidate fact : found.facts()) {
      groups.computeIfAbsent(group.apply(fact), _ -> new LinkedHashMap<>()).put(fact.id(), fact);
    }
    boolean complete = found.complete();
    List<FoundPair> pairs = new ArrayList<>();
    for (Map<String, Candidate> alike : groups.values()) {
      complete &= alike.size() <= MOST_COMPARED;
      addPairs(pairs, List.copyOf(alike.values()), rule);
    }
    return new Compared(pairs, complete);
  }

  private static void addPairs(List<FoundPair> pairs, List<Candidate> alike, Rule rule) {
    int compared = Math.min(alike.size(), MOST_COMPARED);
    for (int first = 0; first < compared; first++) {
      for (int second = first + 1; second < compared; second++) {
        Candidate one = alike.get(first);
        Candidate other = alike.get(second);
        Grade grade = rule.find(one, other);
        if (grade != null) {
          pairs.add(FoundPair.of(one, other, grade));
        }
      }
    }
  }

  /** Those asked for of which nobody said that both stand as they are now, in order. */
  private List<FoundPair> open(List<FoundPair> found, FindingRequest asked) {
    List<FoundPair> pairs = found.stream().filter(asked::asksFor).toList();
    Map<String, FindingDocument> decisions =
        readModel.getAll(
            Index.FINDINGS,
            pairs.stream().map(pair -> pair.id().value()).toList(),
            FindingDocument.class);
    return pairs.stream()
        .filter(pair -> {
          FindingDocument decision = decisions.get(pair.id().value());
          return decision == null || !decision.bothStand() || !pair.isAsIn(decision);
        })
        .sorted(FoundPair.ORDER)
        .toList();
  }

  private FindingView.Page page(
      FindingRequest asked,
      Compared compared,
      Function<FoundPair, FindingView> view,
      List<Locale> readers) {
    String question = asked.digest();
    Cursor cursor = asked.cursor() == null ? null : Cursor.parse(asked.cursor(), question);
    List<FoundPair> open = open(compared.pairs, asked);
    List<FoundPair> rest =
        cursor == null
            ? open
            : open.stream().filter(pair -> pair.comesAfter(cursor.after())).toList();
    List<FoundPair> shown = rest.subList(0, Math.min(rest.size(), asked.size()));
    String next =
        shown.size() < rest.size()
            ? new Cursor(question, null, shown.getLast().place()).token()
            : null;
    return new FindingView.Page(
        open.size(),
        compared.complete,
        shown.stream().map(view).toList(),
        labels.of(named(shown), readers),
        next);
  }

  private static Collection<ArchiveId> named(List<FoundPair> pairs) {
    Set<ArchiveId> named = new LinkedHashSet<>();
    for (FoundPair pair : pairs) {
      named.addAll(Mentions.in(pair.first().statement()));
      named.addAll(Mentions.in(pair.second().statement()));
    }
    return named;
  }
}
