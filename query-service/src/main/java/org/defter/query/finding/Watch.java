package org.defter.query.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.defter.core.id.SubjectId;
import org.defter.query.finding.OpenFindings.Open;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/**
 * The open pairs of all facts, brought up to date by what was written since: each fact that was is
 * compared with those like it, and no other.
 *
 * <p>Nothing is kept that a restart would miss: whoever begins looks through all facts once.
 */
final class Watch {

  static final List<Index> READ =
      List.of(Index.FACTS, Index.PROPERTIES, Index.SUBJECTS, Index.FINDINGS);

  private static final int IDS_AT_ONCE = 500;

  private final Sketches sketches;
  private final Decisions decisions;
  private final PairFinder pairs;
  private final ReadModel readModel;
  private final Map<Kind, OpenPairs> open = new EnumMap<>(Kind.class);
  private Rules rules;
  private Marks marks;

  private Watch(ReadModel readModel, Marks marks) {
    this.readModel = readModel;
    this.sketches = new Sketches(readModel);
    this.decisions = new Decisions(readModel);
    this.pairs = new PairFinder(readModel, decisions);
    this.rules = Rules.now(readModel);
    this.marks = marks;
    for (Kind kind : Kind.values()) {
      open.put(kind, new OpenPairs());
    }
  }

  /**
   * Looks through all facts.
   *
   * @param marks read before the indexes were refreshed
   */
  static Watch begin(ReadModel readModel, Marks marks) {
    Watch watch = new Watch(readModel, marks);
    watch.lookThrough(Kind.CONTRADICTION, watch.rules.watched());
    watch.lookThrough(Kind.REPETITION, null);
    watch.touchNaming(watch.rules.merged().all());
    return watch;
  }

  /** Whether the indexes are those that were looked through. */
  boolean isOf(Marks now) {
    return now.continues(marks);
  }

  /** Whether something may have been written that was not found. */
  boolean isBehind(Marks now) {
    return READ.stream().anyMatch(index -> now.movedSince(marks, index));
  }

  /** What was found open, of each kind. */
  Map<Kind, Open> open() {
    Map<Kind, Open> all = new EnumMap<>(Kind.class);
    open.forEach((kind, found) ->
        all.put(
            kind,
            new Open(
                found.all(),
                rules.merged(),
                found.complete() && pairs.complete(kind) && rules.merged().complete())));
    return all;
  }

  /**
   * Compares what was written since.
   *
   * @param now read before the indexes were refreshed
   */
  void goOn(Marks now) {
    if (now.movedSince(marks, Index.PROPERTIES) || now.movedSince(marks, Index.SUBJECTS)) {
      goBy(Rules.now(readModel));
    }
    if (now.movedSince(marks, Index.FACTS)) {
      sketches.writtenAfter(marks.at(Index.FACTS).done(), this::touch);
    }
    if (now.movedSince(marks, Index.FINDINGS)) {
      inParts(
          decisions.factsDecidedAfter(marks.at(Index.FINDINGS).done()),
          some -> touch(sketches.ofFacts(some)));
    }
    marks = now;
  }

  private void goBy(Rules newer) {
    Rules before = rules;
    rules = newer;
    of(Kind.CONTRADICTION).removeIf(pair -> !newer.watched().contains(pair.first().property()));
    pairs.keepTo(Kind.CONTRADICTION, newer.watched());
    Set<String> more = newer.watchedBeyond(before);
    if (!more.isEmpty()) {
      lookThrough(Kind.CONTRADICTION, more);
    }
    touchNaming(newer.merged().changedSince(before.merged()));
  }

  private void lookThrough(Kind kind, @Nullable Collection<String> properties) {
    sketches.repeated(
        kind,
        properties,
        numbers ->
            sketches.alike(
                kind,
                numbers,
                alike -> of(kind).replace(List.of(), pairs.among(kind, alike, _ -> true, rules))));
  }

  private void touchNaming(Set<String> subjects) {
    inParts(subjects, some -> sketches.naming(some, this::touch));
  }

  private static void inParts(Collection<String> all, Consumer<List<String>> some) {
    List<String> listed = List.copyOf(all);
    for (int from = 0; from < listed.size(); from += IDS_AT_ONCE) {
      some.accept(listed.subList(from, Math.min(listed.size(), from + IDS_AT_ONCE)));
    }
  }

  private void touch(List<Sketch> facts) {
    Set<String> touched = new HashSet<>();
    facts.forEach(fact -> touched.add(fact.id()));
    for (Kind kind : Kind.values()) {
      List<Sketch> watched =
          facts.stream().filter(fact -> rules.watch(kind, fact.property())).toList();
      List<FoundPair> found = new ArrayList<>();
      sketches.alike(
          kind,
          watched.stream().map(fact -> kind.number(fact.likeness())).distinct().toList(),
          alike -> found.addAll(pairs.among(kind, alike, touched::contains, rules)));
      inParts(
          survivors(watched),
          some ->
              found.addAll(pairs.among(kind, ofFamilies(kind, some), touched::contains, rules)));
      of(kind).replace(touched, found);
    }
  }

  /** Of which subjects those are whose numbers do not tell all that they are alike. */
  private Set<String> survivors(List<Sketch> facts) {
    return facts.stream()
        .filter(rules::entangle)
        .map(fact -> rules.merged().survivor(new SubjectId(fact.subject())).value())
        .collect(Collectors.toSet());
  }

  private List<Sketch> ofFamilies(Kind kind, List<String> survivors) {
    List<String> subjects =
        survivors.stream().flatMap(one -> rules.merged().family(one).stream()).toList();
    return sketches.ofSubjects(subjects).stream()
        .filter(fact -> rules.watch(kind, fact.property()))
        .toList();
  }

  private OpenPairs of(Kind kind) {
    return Objects.requireNonNull(open.get(kind));
  }
}
