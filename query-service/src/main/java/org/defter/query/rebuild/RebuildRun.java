package org.defter.query.rebuild;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.defter.audit.Auditor;
import org.defter.audit.IndexAudit;
import org.defter.audit.IndexDocuments;
import org.defter.audit.LogClient;
import org.defter.core.log.NotProven;
import org.defter.query.elasticsearch.Generations;
import org.defter.query.elasticsearch.Indexes;
import org.defter.query.elasticsearch.Targets;
import org.defter.query.projection.IndexFilling;
import org.defter.query.projection.Projections;
import org.defter.query.rebuild.Rebuild.State;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rebuild: fill other indexes, prove that they are what the signed log projects to, and put
 * them in use. Whatever fails or is killed before the last step leaves everything as it was.
 */
final class RebuildRun implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final long id;
  private final Set<Index> which;
  private final boolean former;
  private final Projections projections;
  private final Indexes indexes;
  private final Generations generations;
  private final ElasticsearchClient client;
  private final LogClient log;
  private volatile Rebuild rebuild;

  RebuildRun(
      long id,
      Set<Index> which,
      boolean former,
      Projections projections,
      Indexes indexes,
      Generations generations,
      ElasticsearchClient client,
      LogClient log) {
    this.id = id;
    this.which = which;
    this.former = former;
    this.projections = projections;
    this.indexes = indexes;
    this.generations = generations;
    this.client = client;
    this.log = log;
    this.rebuild = at(State.FILLING, "begins");
  }

  /** How far it has come. */
  Rebuild state() {
    return rebuild;
  }

  private Rebuild at(State state, String said) {
    return new Rebuild(
        id,
        which.stream().map(Index::alias).toList(),
        former,
        state,
        events,
        of,
        fillingMillis,
        provingMillis,
        pauseMillis,
        documents,
        said,
        findings);
  }

  // What the state says; written by the running thread alone.
  private long events;
  private long of;
  private long fillingMillis;
  private @Nullable Long provingMillis;
  private @Nullable Long pauseMillis;
  private @Nullable Long documents;
  private List<String> findings = List.of();

  @Override
  public void run() {
    try {
      Targets next = former ? generations.former(which) : generations.beside(which);
      try (IndexFilling filled = projections.fill(next)) {
        fill(filled);
        generations.settle(next);
        prove(next);
        swap(next, filled);
      } catch (IOException | RuntimeException failed) {
        discard(next);
        throw failed;
      }
    } catch (InterruptedException stopping) {
      fail("the service was stopped");
    } catch (IOException | RuntimeException failed) {
      LOG.warn("the rebuild of {} failed", which, failed);
      fail(String.valueOf(failed.getMessage()));
    }
  }

  private void fail(String why) {
    rebuild =
        at(State.FAILED, "%s. Nothing was changed: the index in use is the same".formatted(why));
  }

  private void fill(IndexFilling filled) throws IOException, InterruptedException {
    long began = System.nanoTime();
    boolean caughtUp;
    do {
      Thread.sleep(LOOK);
      caughtUp = filled.hasCaughtUp();
      fillingMillis = millisSince(began);
      events = filled.done();
      of = filled.total();
      rebuild = at(State.FILLING, filled.said());
    } while (!caughtUp);
  }

  private void prove(Targets next) throws IOException, InterruptedException {
    long began = System.nanoTime();
    rebuild = at(State.PROVING, "compares the index with the log");
    try (IndexAudit audit =
        new IndexAudit(
            new IndexDocuments(client, next::name),
            which,
            Path.of(System.getProperty("java.io.tmpdir")))) {
      Auditor auditor = new Auditor(log);
      Auditor.Verdict logged =
          auditor.audit(
              auditor.publishedKeys(),
              null,
              audit::expect,
              entries -> prove(began, "%,d entries of the log read".formatted(entries)));
      if (!logged.holds()) {
        findings = logged.findings();
        throw new IOException("the log itself does not hold: `defter audit` says how");
      }
      IndexAudit.Verdict indexed =
          audit.finish(log, logged.entries(), words -> prove(began, words));
      documents = indexed.documents();
      findings = indexed.findings();
      prove(began, "compared");
      if (!indexed.holds()) {
        throw new IOException("the new index is not what the log says");
      }
    } catch (NotProven unsigned) {
      throw new IOException("the log is not signed by its own keys: " + unsigned.detail());
    }
  }

  private void prove(long began, String said) {
    provingMillis = millisSince(began);
    rebuild = at(State.PROVING, said);
  }

  private void swap(Targets next, IndexFilling filled) throws IOException, InterruptedException {
    rebuild = at(State.SWITCHING, "puts the index in use");
    Map<Integer, Long> applied = projections.applied();
    await(filled, applied);
    generations.remember(next, which, filled.applied());
    generations.remember(indexes.current(), which, applied);
    projections.retarget(stopped -> {
      long began = System.nanoTime();
      // Readers must not be taken back: what the old index says, the new one says first.
      await(filled, stopped);
      filled.close();
      generations.swap(next);
      Targets chosen = indexes.current();
      pauseMillis = millisSince(began);
      return chosen;
    });
    rebuild = at(State.DONE, "the index is in use; the former one is kept");
    LOG.info("rebuilt {}: {} events in {} ms", which, events, fillingMillis);
    try {
      generations.tidy(which);
    } catch (IOException | RuntimeException silent) {
      LOG.warn("older indexes are deleted when the next rebuild is done", silent);
    }
  }

  private static void await(IndexFilling filled, Map<Integer, Long> applied)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!filled.hasReached(applied)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the new index does not keep up with the old one: try again later");
      }
      Thread.sleep(1);
    }
  }

  private static long millisSince(long beganNanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
  }

  private void discard(Targets unused) {
    if (former) {
      return;
    }
    try {
      if (!indexes.areCurrent(unused)) {
        generations.discard(unused);
      }
    } catch (IOException | RuntimeException silent) {
      LOG.warn("an unused index is deleted when the next rebuild begins", silent);
    }
  }
}
