package org.defter.query.projection;

import org.defter.core.value.VocabularyTerm;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition has got.
 *
 * @param position the next offset to apply
 * @param end the offset the next message will have
 * @param lag how many messages wait
 * @param reason what it waits for or why it stopped, and what to do; null while running
 */
public record PartitionStatus(
    String topic,
    int partition,
    long position,
    long end,
    long lag,
    State state,
    @Nullable String reason) {

  /** Whether events are applied. */
  public enum State implements VocabularyTerm {
    /** They are. */
    RUNNING,
    /** Not at the moment; it goes on by itself when what it waits for is back. */
    WAITING,
    /** Not until someone does what the reason says. */
    STOPPED
  }
}
