package org.defter.query.rebuild;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.defter.audit.LogClient;
import org.defter.core.detail.Detail;
import org.defter.identity.SignedIn;
import org.defter.query.DefterProperties;
import org.defter.query.elasticsearch.Generations;
import org.defter.query.elasticsearch.Indexes;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.query.projection.Projections;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The rebuilds of this service, one at a time. */
@Component
class Rebuilds implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  private final Projections projections;
  private final Indexes indexes;
  private final Generations generations;
  private final ElasticsearchClient client;
  private final URI ingest;
  private @Nullable RebuildRun newest;
  private @Nullable Thread thread;
  private long count;

  Rebuilds(
      Projections projections,
      Indexes indexes,
      Generations generations,
      ElasticsearchClient client,
      DefterProperties properties) {
    this.projections = projections;
    this.indexes = indexes;
    this.generations = generations;
    this.client = client;
    this.ingest = properties.ingestUrl();
  }

  /**
   * Begins one.
   *
   * @param asking who asks, in whose name the log is read
   * @throws ProblemException (409) while another runs
   */
  synchronized Rebuild begin(Set<Index> which, boolean former, SignedIn asking) {
    newest()
        .filter(running -> !running.state().isOver())
        .ifPresent(running -> {
          throw new ProblemException(
              Problem.of(
                  ProblemType.REBUILD_RUNNING,
                  Detail.of("query.rebuild.running", String.valueOf(running.indexes()))));
        });
    count++;
    LogClient log = new LogClient(ingest, asking.token());
    RebuildRun run =
        new RebuildRun(count, which, former, projections, indexes, generations, client, log);
    LOG.info("{} has {} rebuilt", asking.id(), which);
    newest = run;
    thread = Thread.ofPlatform().name("rebuild").start(run);
    return run.state();
  }

  /** The newest since the service started. */
  synchronized Optional<Rebuild> newest() {
    return Optional.ofNullable(newest).map(RebuildRun::state);
  }

  @Override
  public synchronized void destroy() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
