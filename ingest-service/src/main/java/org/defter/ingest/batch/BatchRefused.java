package org.defter.ingest.batch;

/** Why a whole batch cannot be done as it was sent; nothing after this point was stored. */
public final class BatchRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BatchRefused(String why) {
    super(why);
  }

  public BatchRefused(String why, Throwable cause) {
    super(why, cause);
  }

  /** In words, with what to do. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
