package org.defter.ingest.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Record time: the server's clock in whole milliseconds, which never goes back, not even when the
 * machine's clock is set back or the service restarts. Two events may have the same record time.
 */
final class RecordClock extends Clock {

  private final Clock clock;
  private final AtomicReference<Instant> newest;

  /**
   * @param newest the record time of the newest event in the store
   */
  RecordClock(Clock clock, Instant newest) {
    this.clock = clock;
    this.newest = new AtomicReference<>(newest);
  }

  @Override
  public Instant instant() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return newest.accumulateAndGet(now, (last, next) -> next.isAfter(last) ? next : last);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("record time is UTC");
  }
}
