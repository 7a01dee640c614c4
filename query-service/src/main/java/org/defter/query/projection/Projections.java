package org.defter.query.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defter.query.DefterProperties;
import org.defter.query.elasticsearch.AnalysisPluginMissing;
import org.defter.query.elasticsearch.Indexes;
import org.defter.query.elasticsearch.Targets;
import org.defter.query.projection.PartitionStatus.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The loops that keep the current indexes, started and stopped with the service. */
@Component
public class Projections implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** The most records in one bulk of a rebuild. */
  private static final int FILLING_RECORDS = 2_000;

  private final Indexes indexes;
  private final DefterProperties properties;
  private final BulkWriter writer;
  private final List<ProjectionLoop> loops;
  private final List<Thread> threads = new ArrayList<>();

  /** Fair, so that a rebuild need not wait for a pause among the batches. */
  private final ReadWriteLock writing = new ReentrantReadWriteLock(true);

  Projections(
      ElasticsearchClient client,
      Indexes indexes,
      DefterProperties properties,
      MeterRegistry meters) {
    this.indexes = indexes;
    Counter events =
        Counter.builder("defter.projection.applied")
            .description("Events applied to the indexes, replays included")
            .register(meters);
    Consumers consumers =
        new Consumers(
            properties.kafka().bootstrapServers(),
            properties.projection().consumerGroup(),
            properties.projection().batchRecords());
    this.writer = new BulkWriter(client);
    this.properties = properties;
    loops =
        IntStream.rangeClosed(1, properties.projection().threads())
            .mapToObj(number ->
                new ProjectionLoop(
                    properties.projection().consumerGroup() + "-" + number,
                    consumers,
                    this::ensured,
                    this::areCurrent,
                    writer,
                    writing.readLock(),
                    events::increment))
            .toList();
    Gauge.builder("defter.projection.lag", this, Projections::lag)
        .description("Events published and not yet applied")
        .register(meters);
    Gauge.builder("defter.projection.stopped.partitions", this, Projections::stopped)
        .description("Partitions that stopped at an event they cannot apply")
        .register(meters);
  }

  /**
   * Starts the loops; they wait for what is not there yet.
   *
   * @throws AnalysisPluginMissing when Elasticsearch answers and lacks the plugin: nobody will
   *     install it while the service waits
   */
  @Override
  public void start() {
    try {
      ensured();
    } catch (IOException | RuntimeException notYet) {
      if (notYet instanceof AnalysisPluginMissing missing) {
        throw missing;
      }
      LOG.warn("Elasticsearch is not ready, the projections wait: {}", notYet.toString());
    }
    for (ProjectionLoop loop : loops) {
      threads.add(Thread.ofPlatform().name("projection-" + (threads.size() + 1)).start(loop));
    }
  }

  @Override
  public void stop() {
    loops.forEach(ProjectionLoop::close);
    try {
      for (Thread thread : threads) {
        if (!thread.join(PATIENCE)) {
          LOG.warn("{} has not ended in {}", thread.getName(), PATIENCE);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }

  /** How far each partition this service was given has got, in their order. */
  public List<PartitionStatus> partitions() {
    return loops.stream()
        .flatMap(loop -> loop.progress().partitions().stream())
        .sorted(Comparator.comparingInt(PartitionStatus::partition))
        .toList();
  }

  /** What keeps the projections waiting; null while nothing does. */
  public @Nullable String trouble() {
    return loops.stream()
        .map(loop -> loop.progress().trouble())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Up to which offset each partition is applied. */
  public Map<Integer, Long> applied() {
    return partitions().stream()
        .collect(Collectors.toMap(PartitionStatus::partition, PartitionStatus::position));
  }

  /** Chooses indexes anew, knowing how far each partition was applied to those until now. */
  @FunctionalInterface
  public interface Choice {
    Targets among(Map<Integer, Long> applied) throws IOException, InterruptedException;
  }

  /**
   * Has other indexes written from now on. Nothing is applied while they are chosen; when that
   * fails, all goes on as before.
   */
  public void retarget(Choice choice) throws IOException, InterruptedException {
    writing.writeLock().lock();
    try {
      Targets chosen = choice.among(applied());
      loops.forEach(loop -> loop.retarget(chosen));
    } finally {
      writing.writeLock().unlock();
    }
  }

  /** Begins to fill other indexes from where they need events on. */
  public IndexFilling fill(Targets targets) {
    return new IndexFilling(
        new Consumers(properties.kafka().bootstrapServers(), null, FILLING_RECORDS),
        writer,
        targets,
        properties.projection().threads());
  }

  private synchronized Targets ensured() throws IOException {
    return indexes.ensure();
  }

  private boolean areCurrent(Targets targets) {
    try {
      return indexes.areCurrent(targets);
    } catch (IOException | RuntimeException silent) {
      return true; // as far as is known: what comes next will say what is wrong
    }
  }

  private double lag() {
    return partitions().stream().mapToLong(PartitionStatus::lag).sum();
  }

  private double stopped() {
    return partitions().stream().filter(at -> at.state() == State.STOPPED).count();
  }
}
