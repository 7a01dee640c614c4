package org.defter.query.projection;

import java.time.Duration;

/** How long to wait before the next try: longer after each failure, up to five seconds. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Duration length = Duration.ZERO;
  private boolean due;

  /** After a failure. */
  void lengthen() {
    Duration longer = length.isZero() ? FIRST : length.multipliedBy(2);
    length = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    due = true;
  }

  /** After a success. */
  void reset() {
    length = Duration.ZERO;
    due = false;
  }

  /** The wait that is due since the last failure, once; zero when there is none. */
  Duration take() {
    Duration wait = due ? length : Duration.ZERO;
    due = false;
    return wait;
  }
}
