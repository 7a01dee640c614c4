package org.defter.identity;

import java.time.Duration;
import org.defter.core.detail.Detail;

/** Somebody has to wait (RFC 6585 section 4). */
public final class TooOften extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Detail WORDS = Detail.of("access.too-often");

  private final long seconds;

  TooOften(Duration wait) {
    super(WORDS.toString());
    this.seconds = wait.toSeconds() + 1;
  }

  /** What to do. */
  public Detail words() {
    return WORDS;
  }

  /** After how many seconds it may be tried again: the header {@code Retry-After}. */
  public String retryAfter() {
    return Long.toString(seconds);
  }
}
