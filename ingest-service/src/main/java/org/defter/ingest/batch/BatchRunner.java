package org.defter.ingest.batch;

import java.time.Clock;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.defter.core.id.ArchiveId;
import org.defter.ingest.command.CommandExecutor;

/**
 * Has batches carried out by what their kind is for.
 *
 * @param works by kind
 * @param partition which partition of the topic the events of a thing are on
 */
record BatchRunner(
    Map<BatchKind, BatchWork> works,
    CommandExecutor executor,
    StoredBatches batches,
    StoredRows rows,
    BatchFolders folders,
    ToIntFunction<ArchiveId> partition,
    Patience patience,
    Clock clock) {

  /** A batch that waits for its turn. */
  BatchJob job(Batch batch) {
    Tally tally = new Tally(partition);
    BatchReport queued = BatchReport.of(batch, BatchState.QUEUED, null, 0, tally, null, null);
    return new BatchJob(batch, queued, tally, clock);
  }

  /** A batch that was cut off, as the ledger knows it. */
  BatchJob recalled(Batch batch, BatchReport report) {
    BatchJob job = new BatchJob(batch, report, new Tally(partition), clock);
    run(job).recall();
    return job;
  }

  /**
   * Carries a batch out, from where it was left.
   *
   * @throws BatchCutOff when it ends before its end, and can be resumed
   * @throws BatchRefused when it cannot be done as it was sent
   */
  void carryOut(BatchJob job) {
    job.begin();
    patience.until(() -> batches.update(job.report()));
    BatchRun run = run(job);
    if (job.batch().dryRun()) {
      // What a dry run found it keeps in memory, so it begins again.
      patience.until(() -> rows.forget(job.batch().id()));
    }
    run.recall();
    BatchWork work = works.get(job.batch().kind());
    if (work == null) {
      throw new IllegalStateException("nothing carries out a batch of kind " + job.batch().kind());
    }
    work.carryOut(run);
  }

  private BatchRun run(BatchJob job) {
    return new BatchRun(
        job.batch(), folders.create(job.batch().id()), rows, executor, patience, job.tally(), job);
  }
}
