package org.defter.query.elasticsearch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/** The generation of each index that is written, and from where on it needs events. */
public final class Targets {

  private final Map<Index, Target> targets;

  /**
   * One index.
   *
   * @param name in Elasticsearch
   * @param uuid another for each that was ever made
   * @param builtTo by partition: the offset up to which events are in it, whoever wrote it; none of
   *     an index that was made empty
   */
  public record Target(String name, String uuid, Map<Integer, Long> builtTo) {}

  Targets(Map<Index, Target> targets) {
    this.targets = new EnumMap<>(targets);
  }

  /** The name of the index that is written. */
  public String name(Index index) {
    Target target = targets.get(index);
    if (target == null) {
      throw new IllegalStateException("nothing is written of " + index);
    }
    return target.name();
  }

  /** What is written. */
  public Set<Index> indexes() {
    return targets.keySet();
  }

  /** Which indexes these are: another text when any of them is another. */
  public String identity() {
    return targets.values().stream().map(Target::uuid).collect(Collectors.joining(" "));
  }

  /**
   * Where to go on in a partition so that no index lacks an event.
   *
   * @param committed an offset up to which events were written
   * @param identity of the indexes they were written to; null when that is not known
   */
  public long from(int partition, long committed, @Nullable String identity) {
    List<String> written = identity == null ? List.of() : Arrays.asList(identity.split(" "));
    return Math.min(
        committed, builtTo(partition, other -> !written.contains(other.uuid()), committed));
  }

  /** Where the one of these that knows the fewest events goes on; 0 when it knows none. */
  public long builtTo(int partition) {
    return builtTo(partition, _ -> true, 0);
  }

  /** Whether they were never in use. */
  public boolean areNew() {
    return targets.values().stream().allMatch(target -> target.builtTo().isEmpty());
  }

  private long builtTo(int partition, Predicate<Target> which, long otherwise) {
    return targets.values().stream()
        .filter(which)
        .mapToLong(target -> target.builtTo().getOrDefault(partition, 0L))
        .min()
        .orElse(otherwise);
  }
}
