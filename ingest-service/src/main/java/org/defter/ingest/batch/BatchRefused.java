package org.defter.ingest.batch;

import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/** Why a whole batch cannot be done as it was sent; nothing after this point was stored. */
public final class BatchRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Detail why;

  public BatchRefused(Detail why) {
    this(why, null);
  }

  public BatchRefused(Detail why, @Nullable Throwable cause) {
    super(why.toString(), cause);
    this.why = why;
  }

  /** In words, with what to do. */
  public Detail why() {
    return why;
  }
}
