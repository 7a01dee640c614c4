package org.defter.query.visibility;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that will probably be so within milliseconds, without a busy loop. */
public final class Waiting {

  static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  /** Time, so that a test need not spend any. */
  interface Ticker {
    long nanos();

    void pause(Duration length) throws InterruptedException;
  }

  private final Ticker ticker;

  Waiting(Ticker ticker) {
    this.ticker = ticker;
  }

  /** By the clock of this machine. */
  public static Waiting real() {
    return new Waiting(
        new Ticker() {
          @Override
          public long nanos() {
            return System.nanoTime();
          }

          @Override
          public void pause(Duration length) throws InterruptedException {
            Thread.sleep(length);
          }
        });
  }

  /**
   * Asks until the answer is yes, at once and then after pauses of 10 to 100 ms.
   *
   * @return false when the answer was still no after the given time
   */
  public boolean until(BooleanSupplier answer, Duration patience) {
    long begin = ticker.nanos();
    Duration pause = FIRST_PAUSE;
    while (!answer.getAsBoolean()) {
      Duration left = patience.minusNanos(ticker.nanos() - begin);
      if (!left.isPositive()) {
        return false;
      }
      try {
        ticker.pause(pause.compareTo(left) < 0 ? pause : left);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
      Duration longer = pause.multipliedBy(3).dividedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
    return true;
  }
}
