package org.defter.ingest.command;

/** The event store does not answer. Nothing is lost: what was answered before is durable. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param detail what could not be done and what to do, for people
   */
  public StoreUnavailable(String detail, Throwable cause) {
    super(detail, cause);
  }

  /** The same, where no failure led to it. */
  public StoreUnavailable(String detail) {
    super(detail);
  }
}
