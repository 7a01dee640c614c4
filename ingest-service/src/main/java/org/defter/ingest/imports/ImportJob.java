package org.defter.ingest.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.defter.core.id.ArchiveId;
import org.defter.ingest.imports.ImportReport.Rows;
import org.defter.ingest.imports.ImportReport.State;
import org.jspecify.annotations.Nullable;

/** An import that is waiting or under way, and what anyone may know of it. */
final class ImportJob implements ImportRun.Progress, AutoCloseable {

  private final ImportOrder order;
  private final Clock clock;
  private final ProblemFile problems;
  private final Tally tally;
  private volatile ImportReport report;
  private volatile boolean stopping;

  ImportJob(ImportOrder order, ToIntFunction<ArchiveId> partition, Clock clock) {
    this.order = order;
    this.clock = clock;
    this.problems = ProblemFile.create(order.problems());
    this.tally = new Tally(partition, problems::add);
    this.report = ImportReport.queued(order);
  }

  ImportOrder order() {
    return order;
  }

  Tally tally() {
    return tally;
  }

  ImportReport report() {
    return report;
  }

  /** Makes it end after the chunk it is at. */
  void stop() {
    stopping = true;
  }

  void begin() {
    publish(next(State.RUNNING, null, report.rows().total(), clock.instant(), null));
  }

  @Override
  public void counted(long rows) {
    publish(next(State.RUNNING, null, rows, report.started(), null));
  }

  @Override
  public void advanced() {
    problems.flush();
    publish(next(State.RUNNING, null, report.rows().total(), report.started(), null));
    if (stopping) {
      throw new ImportRefused(ImportReport.INTERRUPTED);
    }
  }

  /**
   * What is to be reported when it ends now; not known to anyone before {@link #publish}.
   *
   * @param why why it failed; null when it did not
   */
  ImportReport ended(@Nullable String why) {
    return next(
        why == null ? State.FINISHED : State.FAILED,
        why,
        report.rows().total(),
        report.started(),
        clock.instant());
  }

  private ImportReport next(
      State state,
      @Nullable String why,
      long rows,
      @Nullable Instant started,
      @Nullable Instant ended) {
    return new ImportReport(
        order.id(),
        state,
        why,
        order.dryRun(),
        order.source().value(),
        new Rows(rows, tally.done()),
        tally.counts(),
        tally.problems(),
        tally.possibleDuplicates(),
        tally.warnings(),
        tally.receipts(),
        order.submitted(),
        started,
        ended);
  }

  synchronized void publish(ImportReport next) {
    report = next;
    notifyAll();
  }

  /**
   * Waits for news.
   *
   * @param seen what the caller knows already
   * @return the newest report, which is the one seen when there was no news in that time
   */
  synchronized ImportReport awaitNews(ImportReport seen, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toNanos(); left > 0 && report.equals(seen); ) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
      left = deadline - System.nanoTime();
    }
    return report;
  }

  @Override
  public void close() {
    problems.close();
  }
}
