package org.defter.ingest.command;

import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/** The event store does not answer. Nothing is lost: what was answered before is durable. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Detail detail;

  /**
   * @param detail what could not be done and what to do, for people
   * @param cause the failure that led to it; null when none did
   */
  public StoreUnavailable(Detail detail, @Nullable Throwable cause) {
    super(detail.toString(), cause);
    this.detail = detail;
  }

  /** The same, where no failure led to it. */
  public StoreUnavailable(Detail detail) {
    this(detail, null);
  }

  /** What could not be done and what to do. */
  public Detail detail() {
    return detail;
  }
}
