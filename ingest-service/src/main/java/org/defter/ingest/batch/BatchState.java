package org.defter.ingest.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** Where a batch is. */
public enum BatchState implements VocabularyTerm {
  /** Waits for its turn. */
  @JsonProperty("queued")
  QUEUED,
  @JsonProperty("running")
  RUNNING,
  /** Somebody stopped it; can be resumed. */
  @JsonProperty("stopped")
  STOPPED,
  /** A crash, a restart or an absent store cut it off; can be resumed. */
  @JsonProperty("interrupted")
  INTERRUPTED,
  /** Every row is done with. */
  @JsonProperty("finished")
  FINISHED,
  /** It cannot be done as it was sent; what was done before that stands. */
  @JsonProperty("failed")
  FAILED;

  /** Whether it waits or runs. */
  public boolean active() {
    return this == QUEUED || this == RUNNING;
  }

  /** Whether it can go on where it was left. */
  public boolean resumable() {
    return this == STOPPED || this == INTERRUPTED;
  }
}
