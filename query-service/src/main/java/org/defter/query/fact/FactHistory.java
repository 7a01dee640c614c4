package org.defter.query.fact;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;

/**
 * A fact's versions, as far as whoever asks may read them.
 *
 * @param id of the fact
 * @param versions oldest first; at least one
 * @param withheld the numbers of those that are left out, since they cite a restricted source that
 *     whoever asks has no right to read
 */
public record FactHistory(FactId id, List<FactVersion> versions, List<Long> withheld) {

  public FactHistory {
    versions = List.copyOf(versions);
    withheld = List.copyOf(withheld);
  }

  /**
   * @param newest up to which number there are versions, shown or not: they count from 1
   */
  static FactHistory of(FactId id, List<FactVersion> versions, long newest) {
    Set<Long> shown = versions.stream().map(FactVersion::version).collect(Collectors.toSet());
    return new FactHistory(
        id,
        versions,
        LongStream.rangeClosed(1, newest)
            .boxed()
            .filter(number -> !shown.contains(number))
            .toList());
  }

  /** The newest version of all; null when it is withheld. */
  public @Nullable FactVersion newest() {
    FactVersion last = versions.getLast();
    return withheld.stream().anyMatch(number -> number > last.version()) ? null : last;
  }
}
