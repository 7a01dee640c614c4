package org.defter.ingest.batch;

import org.jspecify.annotations.Nullable;

/** Why a batch ends before its end, and can be resumed. */
final class BatchCutOff extends RuntimeException {

  static final String INTERRUPTED =
      "interrupted: resume it, and it goes on after the last row that is done";

  private static final long serialVersionUID = 1L;

  private final BatchState state;

  private BatchCutOff(BatchState state, String why, @Nullable Throwable cause) {
    super(why, cause);
    this.state = state;
  }

  static BatchCutOff stopped() {
    return new BatchCutOff(
        BatchState.STOPPED, "stopped: resume it, or undo what is done of it", null);
  }

  static BatchCutOff interrupted(@Nullable Throwable cause) {
    return new BatchCutOff(BatchState.INTERRUPTED, INTERRUPTED, cause);
  }

  static BatchCutOff storeAway(Throwable cause) {
    return new BatchCutOff(
        BatchState.INTERRUPTED,
        "the event store does not answer; when it does, resume it: it goes on after the last row that is done",
        cause);
  }

  BatchState state() {
    return state;
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
