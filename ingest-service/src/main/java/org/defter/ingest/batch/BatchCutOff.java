package org.defter.ingest.batch;

import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/** Why a batch ends before its end, and can be resumed. */
final class BatchCutOff extends RuntimeException {

  static final Detail INTERRUPTED = Detail.of("ingest.batch.interrupted");

  private static final long serialVersionUID = 1L;

  private final BatchState state;

  private final transient Detail why;

  private BatchCutOff(BatchState state, Detail why, @Nullable Throwable cause) {
    super(why.toString(), cause);
    this.state = state;
    this.why = why;
  }

  static BatchCutOff stopped() {
    return new BatchCutOff(BatchState.STOPPED, Detail.of("ingest.batch.stopped"), null);
  }

  static BatchCutOff interrupted(@Nullable Throwable cause) {
    return new BatchCutOff(BatchState.INTERRUPTED, INTERRUPTED, cause);
  }

  static BatchCutOff storeAway(Throwable cause) {
    return new BatchCutOff(BatchState.INTERRUPTED, Detail.of("ingest.batch.store-away"), cause);
  }

  BatchState state() {
    return state;
  }

  Detail why() {
    return why;
  }
}
