package org.defter.query.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.defter.core.finding.Grade;
import org.defter.core.finding.Pair;
import org.defter.query.finding.Kind.Group;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;

/** Compares facts that look alike: first by their sketches, then, if need be, by what they say. */
final class PairFinder {

  /** Facts of one group that are compared, each with each. */
  private static final int MOST_COMPARED = 200;

  private static final int READ_AT_ONCE = 1_000;

  private final ReadModel readModel;
  private final Decisions decisions;

  /** Groups of which not every two were compared. */
  private final Map<Kind, Set<Group>> crowded = new EnumMap<>(Kind.class);

  PairFinder(ReadModel readModel, Decisions decisions) {
    this.readModel = readModel;
    this.decisions = decisions;
    for (Kind kind : Kind.values()) {
      crowded.put(kind, new HashSet<>());
    }
  }

  private record Two(Sketch one, Sketch other) {}

  /**
   * The open pairs among these facts.
   *
   * @param alike all facts that count of each group they are of, in any order
   * @param touched only pairs of which one is touched are looked for
   */
  List<FoundPair> among(
      Kind kind, Collection<Sketch> alike, Predicate<String> touched, Rules rules) {
    Map<Group, Map<String, Sketch>> groups = new LinkedHashMap<>();
    for (Sketch fact : alike) {
      groups
          .computeIfAbsent(kind.group(fact, rules.merged()), _ -> new LinkedHashMap<>())
          .put(fact.id(), fact);
    }
    List<Two> worthReading = new ArrayList<>();
    groups.forEach((group, facts) -> {
      if (facts.size() > MOST_COMPARED) {
        crowdedOf(kind).add(group);
      } else {
        crowdedOf(kind).remove(group);
      }
      addPairs(worthReading, kind, List.copyOf(facts.values()), touched, rules);
    });
    List<FoundPair> found = new ArrayList<>();
    for (int from = 0; from < worthReading.size(); from += READ_AT_ONCE) {
      found.addAll(
          read(
              kind,
              worthReading.subList(from, Math.min(worthReading.size(), from + READ_AT_ONCE)),
              rules));
    }
    return found;
  }

  /** Whether every two were compared of all groups of a kind. */
  boolean complete(Kind kind) {
    return crowdedOf(kind).isEmpty();
  }

  /** Groups of other properties are not looked at any more. */
  void keepTo(Kind kind, Set<String> properties) {
    crowdedOf(kind).removeIf(group -> !properties.contains(group.property()));
  }

  private Set<Group> crowdedOf(Kind kind) {
    return Objects.requireNonNull(crowded.get(kind));
  }

  private static void addPairs(
      List<Two> pairs, Kind kind, List<Sketch> alike, Predicate<String> touched, Rules rules) {
    int compared = Math.min(alike.size(), MOST_COMPARED);
    for (int first = 0; first < compared; first++) {
      Sketch one = alike.get(first);
      for (int second = first + 1; second < compared; second++) {
        Sketch other = alike.get(second);
        if ((touched.test(one.id()) || touched.test(other.id()))
            && kind.mayBe(one, other, rules.merged())) {
          pairs.add(new Two(one, other));
        }
      }
    }
  }

  /** A fact may have changed since it was sketched; then it will be met again as changed. */
  private List<FoundPair> read(Kind kind, List<Two> pairs, Rules rules) {
    List<String> ids =
        pairs.stream().flatMap(pair -> Stream.of(pair.one().id(), pair.other().id())).toList();
    Map<String, Candidate> facts =
        readModel.getAll(Index.FACTS, ids, Candidate.FIELDS, Candidate.class);
    List<FoundPair> found = new ArrayList<>();
    for (Two pair : pairs) {
      Candidate one = facts.get(pair.one().id());
      Candidate other = facts.get(pair.other().id());
      if (one == null || other == null || !one.standing().counts() || !other.standing().counts()) {
        continue;
      }
      Grade grade = kind.of(new Pair(one.statement(), other.statement(), rules.merged()::survivor));
      if (grade != null) {
        found.add(FoundPair.of(one, other, grade));
      }
    }
    return found.isEmpty() ? found : decisions.stillOpen(found, facts);
  }
}
