package org.defter.identity;

import java.time.Duration;

/** Somebody has to wait (RFC 6585 section 4). */
public final class TooOften extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooOften(Duration wait) {
    super("that was too often: wait a little, and go on then. Nothing is lost");
    this.seconds = wait.toSeconds() + 1;
  }

  /** After how many seconds it may be tried again: the header {@code Retry-After}. */
  public String retryAfter() {
    return Long.toString(seconds);
  }
}
