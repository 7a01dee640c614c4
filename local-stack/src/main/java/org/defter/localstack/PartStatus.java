package org.defter.localstack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one part stands.
 *
 * @param pid its process, 0 when none runs
 * @param port where it answers on 127.0.0.1, 0 when it was never started
 * @param since when it was started, null when none runs
 * @param log the path of its log file
 */
public record PartStatus(
    Part part,
    State state,
    String version,
    int port,
    long pid,
    @Nullable Instant since,
    String log) {
  /** What was found. */
  public enum State {
    RUNNING,
    /** Its process lives but gives no answer: it is starting, recovering or stuck. */
    NOT_ANSWERING,
    STOPPED
  }
}
