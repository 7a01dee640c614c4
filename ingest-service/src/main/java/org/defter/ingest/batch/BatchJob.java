package org.defter.ingest.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/** A batch that is waiting or under way, and what anyone may know of it. */
final class BatchJob implements BatchRun.Progress {

  private final Batch batch;
  private final Clock clock;
  private final Tally tally;
  private volatile BatchReport report;
  private volatile @Nullable BatchCutOff end;

  BatchJob(Batch batch, BatchReport known, Tally tally, Clock clock) {
    this.batch = batch;
    this.clock = clock;
    this.tally = tally;
    this.report = known;
  }

  Batch batch() {
    return batch;
  }

  Tally tally() {
    return tally;
  }

  BatchReport report() {
    return report;
  }

  /** Makes it end after the chunk it is at, or before its first. */
  void end(BatchCutOff why) {
    end = why;
  }

  /** The batch is being carried out from now on. */
  void begin() {
    endIfAsked();
    publish(next(BatchState.RUNNING, null, report.rows().total(), clock.instant(), null));
  }

  @Override
  public void counted(long rows) {
    publish(next(BatchState.RUNNING, null, rows, report.started(), null));
  }

  @Override
  public void advanced() {
    publish(next(BatchState.RUNNING, null, report.rows().total(), report.started(), null));
    endIfAsked();
  }

  private void endIfAsked() {
    BatchCutOff asked = end;
    if (asked != null) {
      throw asked;
    }
  }

  /** What is to be reported when it ends now; not known to anyone before {@link #publish}. */
  BatchReport ended(BatchState state, @Nullable Detail why) {
    return next(state, why, report.rows().total(), report.started(), clock.instant());
  }

  private BatchReport next(
      BatchState state,
      @Nullable Detail why,
      long rows,
      @Nullable Instant started,
      @Nullable Instant ended) {
    return BatchReport.of(batch, state, why, rows, tally, started, ended);
  }

  synchronized void publish(BatchReport next) {
    report = next;
    notifyAll();
  }

  /**
   * Waits for news.
   *
   * @param seen what the caller knows already
   * @return the newest report, which is the one seen when there was no news in that time
   */
  synchronized BatchReport awaitNews(BatchReport seen, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toNanos(); left > 0 && report.equals(seen); ) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
      left = deadline - System.nanoTime();
    }
    return report;
  }
}
