package org.defter.ingest.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.defter.core.detail.Detail;
import org.defter.ingest.batch.StoredBatches.Known;
import org.defter.ingest.command.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Carries batches out one at a time, in the order they came. */
public final class BatchQueue implements SmartLifecycle {

  /** How many may wait: each holds its uploads on disk. */
  static final int LIMIT = 50;

  /** How long what was sent for a preview is there to be carried out. */
  private static final Duration PREVIEWS_KEPT = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(BatchQueue.class);

  private final BatchRunner runner;
  private final StoredBatches batches;
  private final BatchFolders folders;
  private final BlockingQueue<BatchJob> waiting = new ArrayBlockingQueue<>(LIMIT);
  private final Map<String, BatchJob> active = new ConcurrentHashMap<>();
  private volatile @Nullable Thread worker;
  private volatile boolean running;

  BatchQueue(BatchRunner runner, StoredBatches batches, BatchFolders folders) {
    this.runner = runner;
    this.batches = batches;
    this.folders = folders;
  }

  /**
   * Takes a batch, of which the folder holds the files.
   *
   * @throws StoreUnavailable when too many are waiting
   */
  public BatchReport submit(Batch batch) {
    BatchJob job = runner.job(batch);
    active.put(batch.id(), job);
    try {
      batches.insert(batch, job.report());
      if (!enqueue(job)) {
        batches.delete(batch.id());
        throw tooMany();
      }
    } catch (RuntimeException untaken) {
      active.remove(batch.id());
      folders.discard(batch.id());
      throw untaken;
    }
    return job.report();
  }

  /**
   * Has a batch go on that was stopped or cut off.
   *
   * @return how it stands; as before when it waits or runs already
   * @throws StoreUnavailable when too many are waiting
   */
  BatchReport resume(Known known) {
    BatchJob job = runner.job(known.batch());
    BatchJob already = active.putIfAbsent(known.batch().id(), job);
    if (already != null) {
      return already.report();
    }
    if (!enqueue(job)) {
      active.remove(known.batch().id());
      throw tooMany();
    }
    return job.report();
  }

  /**
   * Has a batch end after the chunk it is at; says how it stands, or null when it is not active.
   */
  @Nullable BatchReport stop(String id) {
    BatchJob job = active.get(id);
    if (job == null) {
      return null;
    }
    BatchCutOff stopped = BatchCutOff.stopped();
    job.end(stopped);
    if (waiting.remove(job)) {
      end(job, stopped.state(), stopped.why());
    }
    return job.report();
  }

  private boolean enqueue(BatchJob job) {
    return running && waiting.offer(job);
  }

  private static StoreUnavailable tooMany() {
    return new StoreUnavailable(Detail.of("ingest.batch.too-many-waiting", LIMIT));
  }

  /** The batch, when it waits or runs here; null when it does not. */
  @Nullable BatchJob find(String id) {
    return active.get(id);
  }

  private void work() {
    try {
      while (running) {
        BatchJob job = waiting.poll(1, TimeUnit.SECONDS);
        if (job != null) {
          carryOut(job);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void carryOut(BatchJob job) {
    String id = job.batch().id();
    try {
      runner.carryOut(job);
      end(job, BatchState.FINISHED, null);
    } catch (BatchCutOff cutOff) {
      LOG.info("batch {} is {}: {}", id, cutOff.state().word(), cutOff.why());
      end(job, cutOff.state(), cutOff.why());
    } catch (BatchRefused refused) {
      LOG.info("batch {} failed: {}", id, refused.why());
      end(job, BatchState.FAILED, refused.why());
    } catch (RuntimeException unforeseen) {
      LOG.error("batch {} is interrupted", id, unforeseen);
      end(job, BatchState.INTERRUPTED, Detail.of("ingest.batch.service-failed"));
    }
  }

  /**
   * A crash before the report is written, or a store that does not take it, leaves a batch that
   * will be shown as interrupted; resumed, it finds nothing left to do. A crash after it leaves a
   * folder, which the next start lets go.
   */
  private void end(BatchJob job, BatchState state, @Nullable Detail why) {
    BatchReport report = job.ended(state, why);
    try {
      batches.update(report);
      if (!isNeeded(report)) {
        folders.discard(report.id());
      }
      discardOldPreviews();
    } catch (RuntimeException unwritten) {
      LOG.error("how batch {} ended cannot be written down", report.id(), unwritten);
    }
    job.publish(report);
    active.remove(report.id());
  }

  /** Whether the files of a batch that is at its end may be asked for. */
  private static boolean isNeeded(BatchReport report) {
    Instant ended = report.ended();
    return report.state().resumable()
        || (report.dryRun()
            && report.state() == BatchState.FINISHED
            && ended != null
            && ended.isAfter(Instant.now().minus(PREVIEWS_KEPT)));
  }

  private void discardOldPreviews() {
    for (String id : folders.ids()) {
      Known known = batches.find(id);
      if (known != null
          && known.report().dryRun()
          && !known.report().state().active()
          && !isNeeded(known.report())) {
        folders.discard(id);
      }
    }
  }

  /** Writes down what is known of a batch that a crash cut off. */
  BatchReport interrupted(Known known) {
    BatchJob job = runner.recalled(known.batch(), known.report());
    BatchReport report = job.ended(BatchState.INTERRUPTED, BatchCutOff.INTERRUPTED);
    batches.update(report);
    return report;
  }

  /** Whether a batch that is said to wait or run does so no more. */
  boolean isCutOff(BatchReport report) {
    return report.state().active() && folders.has(report.id()) && !active.containsKey(report.id());
  }

  @Override
  public void start() {
    folders.discardUploads();
    for (String id : folders.ids()) {
      Known known = batches.find(id);
      if (known != null && isCutOff(known.report())) {
        interrupted(known);
      } else if (known == null || !isNeeded(known.report())) {
        folders.discard(id);
      }
    }
    running = true;
    worker = Thread.ofPlatform().name("batches").start(this::work);
  }

  /** Ends the batch under way after the chunk it is at; it and those waiting are interrupted. */
  @Override
  public void stop() {
    running = false;
    BatchCutOff interrupted = BatchCutOff.interrupted(null);
    active.values().forEach(job -> job.end(interrupted));
    Thread thread = worker;
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
    for (BatchJob job = waiting.poll(); job != null; job = waiting.poll()) {
      end(job, interrupted.state(), interrupted.why());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Tidies up before the web server takes the first upload, and stops after it took the last. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}
