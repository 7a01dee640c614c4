package org.defter.query.finding;

import co.elastic.clients.elasticsearch._types.aggregations.StatsAggregate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers which facts of one subject and property were compared and do not contradict each other:
 * most that differ follow on each other in time, and need not be read again at every question.
 *
 * <p>This can lag behind nothing. What is remembered are the events the facts came from, by their
 * positions in the store; a position names one event for ever, and as soon as a fact changes, comes
 * or goes, the positions are others and the facts are compared anew. Subjects that are merged
 * afterwards only make values the same.
 */
@Component
final class SettledSlots {

  /** Of more facts, the four numbers would not tell every position. */
  private static final int MOST_FACTS = 3;

  /** Some 30 MB; beyond that one begins anew. */
  private static final int MOST_SLOTS = 300_000;

  private final Map<Long, Positions> settled = new ConcurrentHashMap<>();

  /** The positions of up to three events, in four numbers that only these have. */
  record Positions(long count, long least, long most, long sum) {

    static Positions of(StatsAggregate stats) {
      return new Positions(
          stats.count(), whole(stats.min()), whole(stats.max()), whole(stats.sum()));
    }

    private static Positions of(Collection<Candidate> facts) {
      LongSummaryStatistics stats =
          facts.stream().collect(Collectors.summarizingLong(Candidate::position));
      return new Positions(stats.getCount(), stats.getMin(), stats.getMax(), stats.getSum());
    }

    private static long whole(@Nullable Double number) {
      return number == null ? 0 : number.longValue();
    }
  }

  /** Whether the facts of a slot that came from these events do not contradict each other. */
  boolean holds(long slot, Positions now) {
    return now.equals(settled.get(slot));
  }

  /**
   * Remembers slots of which no two facts contradict each other.
   *
   * @param compared all facts that were compared
   * @param pairs those that contradict each other
   */
  void remember(Collection<Candidate> compared, List<FoundPair> pairs) {
    if (settled.size() > MOST_SLOTS) {
      settled.clear();
    }
    Map<Long, Map<String, Candidate>> slots =
        compared.stream()
            .collect(
                Collectors.groupingBy(
                    fact -> fact.likeness().slot(),
                    Collectors.toMap(Candidate::id, fact -> fact, newer())));
    for (FoundPair pair : pairs) {
      slots.remove(pair.first().likeness().slot());
      slots.remove(pair.second().likeness().slot());
    }
    slots.forEach((slot, facts) -> {
      if (facts.size() <= MOST_FACTS) {
        settled.put(slot, Positions.of(facts.values()));
      }
    });
  }

  private static BinaryOperator<Candidate> newer() {
    return BinaryOperator.maxBy(Comparator.comparingLong(Candidate::version));
  }
}
