package org.defter.query.finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.defter.core.id.FindingId;

/** The pairs of one kind of which nobody said that both stand, as far as facts were compared. */
final class OpenPairs {

  /** Some 100 MB. */
  static final int MOST = 200_000;

  private final Map<FindingId, FoundPair> pairs = new HashMap<>();
  private final Map<String, Set<FindingId>> byFact = new HashMap<>();
  private boolean leftOut;

  /** Puts the pairs that facts are in now in the place of those they were in. */
  void replace(Collection<String> facts, Collection<FoundPair> found) {
    facts.forEach(fact -> List.copyOf(byFact.getOrDefault(fact, Set.of())).forEach(this::remove));
    found.forEach(this::add);
  }

  private void add(FoundPair pair) {
    if (pairs.size() >= MOST && !pairs.containsKey(pair.id())) {
      leftOut = true;
      return;
    }
    pairs.put(pair.id(), pair);
    byFact.computeIfAbsent(pair.first().id(), _ -> new HashSet<>()).add(pair.id());
    byFact.computeIfAbsent(pair.second().id(), _ -> new HashSet<>()).add(pair.id());
  }

  void removeIf(Predicate<FoundPair> gone) {
    pairs.values().stream().filter(gone).map(FoundPair::id).toList().forEach(this::remove);
  }

  private void remove(FindingId id) {
    FoundPair pair = pairs.remove(id);
    if (pair != null) {
      forget(pair.first().id(), id);
      forget(pair.second().id(), id);
    }
  }

  private void forget(String fact, FindingId id) {
    byFact.computeIfPresent(
        fact,
        (_, ids) -> {
          ids.remove(id);
          return ids.isEmpty() ? null : ids;
        });
  }

  /** All of them, in no order. */
  List<FoundPair> all() {
    return List.copyOf(pairs.values());
  }

  /** Whether none was left out because there were too many. */
  boolean complete() {
    return !leftOut;
  }
}
