package org.defter.ingest.imports;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.defter.core.id.ArchiveId;
import org.defter.ingest.command.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Carries imports out one at a time, in the order they came. */
final class ImportQueue implements SmartLifecycle {

  /** How many may wait: each holds its uploads on disk. */
  static final int LIMIT = 50;

  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

  private final ArchiveAccess archive;
  private final ToIntFunction<ArchiveId> partition;
  private final ImportFolders folders;
  private final Clock clock;
  private final BlockingQueue<ImportJob> waiting = new ArrayBlockingQueue<>(LIMIT);
  private final Map<String, ImportJob> active = new ConcurrentHashMap<>();
  private volatile @Nullable Thread worker;
  private volatile boolean running;

  /**
   * @param partition which partition of the topic the events of a thing are on
   */
  ImportQueue(
      ArchiveAccess archive,
      ToIntFunction<ArchiveId> partition,
      ImportFolders folders,
      Clock clock) {
    this.archive = archive;
    this.partition = partition;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * Takes an import.
   *
   * @throws StoreUnavailable when too many are waiting
   */
  ImportReport submit(ImportOrder order) {
    ImportJob job = new ImportJob(order, partition, clock);
    folders.submitted(job.report());
    active.put(order.id(), job);
    if (!running || !waiting.offer(job)) {
      active.remove(order.id());
      job.close();
      folders.discard(order.id());
      throw new StoreUnavailable(
          "%d imports are waiting, or the service is stopping: try again later".formatted(LIMIT));
    }
    return job.report();
  }

  /** The import, when it has not ended; null when it has, or there is none of that id. */
  @Nullable ImportJob find(String id) {
    return active.get(id);
  }

  private void work() {
    try {
      while (running) {
        ImportJob job = waiting.poll(1, TimeUnit.SECONDS);
        if (job != null) {
          endWhatever(job, carryOut(job));
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns why it failed; null when it did not. */
  private @Nullable String carryOut(ImportJob job) {
    try (job) {
      job.begin();
      new ImportRun(job.order(), archive, job.tally(), job).run();
      return null;
    } catch (ImportRefused refused) {
      LOG.info("import {} failed: {}", job.order().id(), refused.why());
      return refused.why();
    } catch (RuntimeException unforeseen) {
      LOG.error("import {} failed", job.order().id(), unforeseen);
      return "the service failed, its log says how; when it is mended, send the same files again: what is already in is recognised";
    }
  }

  /**
   * A report that cannot be written (a full disk) must not keep the imports behind it from their
   * turn.
   */
  private void endWhatever(ImportJob job, @Nullable String why) {
    try {
      end(job, why);
    } catch (RuntimeException unwritten) {
      LOG.error("the report of import {} cannot be written", job.order().id(), unwritten);
      job.publish(job.ended(why));
      active.remove(job.order().id());
    }
  }

  /** A crash before the report is written leaves an import that will be shown as interrupted. */
  private void end(ImportJob job, @Nullable String why) {
    ImportReport report = job.ended(why);
    folders.ended(report);
    job.publish(report);
    active.remove(job.order().id());
  }

  @Override
  public void start() {
    folders.reportInterrupted(clock.instant());
    running = true;
    worker = Thread.ofPlatform().name("imports").start(this::work);
  }

  /** Ends the import under way after the chunk it is at; it and those waiting are interrupted. */
  @Override
  public void stop() {
    running = false;
    active.values().forEach(ImportJob::stop);
    Thread thread = worker;
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
    for (ImportJob job = waiting.poll(); job != null; job = waiting.poll()) {
      job.close();
      end(job, ImportReport.INTERRUPTED);
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
