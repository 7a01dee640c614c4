package org.defter.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.defter.core.event.CloudEventAttributes;
import org.defter.query.elasticsearch.Targets;
import org.defter.query.projection.Batch.Stop;
import org.defter.query.projection.BulkWriter.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer at work: poll, project, one bulk, check every item, commit.
 *
 * <p>What a crash leaves behind, by where it comes:
 *
 * <ul>
 *   <li>before the bulk: nothing;
 *   <li>while the bulk is on its way, or after it: some or all of its documents, and the old
 *       offsets. The same events come again and find their changes made ({@link FactProjection});
 *   <li>after the commit: the next batch not begun.
 * </ul>
 */
final class ProjectionLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionLoop.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long LOOK_AT_ENDS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String name;
  private final Consumers consumers;
  private final Callable<Targets> indexes;
  private final Predicate<Targets> areCurrent;
  private final BulkWriter writer;
  private final Lock writing;
  private volatile @Nullable Targets targets;
  private final LongConsumer applied;
  private final LoopProgress progress = new LoopProgress();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Consumer<String, byte[]> open;
  private final Backoff backoff = new Backoff();
  private boolean moved;
  private long endsLookedAtNanos = System.nanoTime() - LOOK_AT_ENDS_NANOS;

  /**
   * @param indexes has them made and answers which they are, see {@link
   *     org.defter.query.elasticsearch.Indexes#ensure}
   * @param areCurrent whether indexes are still those to be written
   * @param writing held while a batch is written
   * @param applied is told how many events were applied
   */
  ProjectionLoop(
      String name,
      Consumers consumers,
      Callable<Targets> indexes,
      Predicate<Targets> areCurrent,
      BulkWriter writer,
      Lock writing,
      LongConsumer applied) {
    this.name = name;
    this.consumers = consumers;
    this.indexes = indexes;
    this.areCurrent = areCurrent;
    this.writer = writer;
    this.writing = writing;
    this.applied = applied;
  }

  LoopProgress progress() {
    return progress;
  }

  /** Has other indexes written from the next batch on; they hold all that this loop has applied. */
  void retarget(Targets next) {
    targets = next;
  }

  /** Has the loop end after the batch it is at. */
  void close() {
    closing.countDown();
    Consumer<String, byte[]> consumer = open;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void run() {
    do {
      Targets ready = readyIndexes();
      if (ready != null) {
        targets = ready;
        moved = false;
        consume(ready);
      }
    } while (!isClosing(backoff.take()));
  }

  private boolean isClosing(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private @Nullable Targets readyIndexes() {
    try {
      Targets ready = indexes.call();
      progress.elasticsearch(null);
      return ready;
    } catch (Exception notReady) {
      waitFor("Elasticsearch cannot make the indexes: " + notReady.getMessage());
      backoff.lengthen();
      return null;
    }
  }

  private void consume(Targets ready) {
    try (Consumer<String, byte[]> consumer = consumers.open(name)) {
      open = consumer;
      consumer.subscribe(
          List.of(CloudEventAttributes.TOPIC), new Assignment(consumer, progress, ready));
      while (!isClosing(Duration.ZERO) && !moved) {
        step(consumer);
      }
    } catch (WakeupException woken) {
      LOG.debug("{} ends", name);
    } catch (KafkaException failed) {
      // Closed by now: its partitions go on from their last commit, here or elsewhere.
      progress.kafka("Kafka at %s: %s".formatted(consumers.bootstrapServers(), failed));
      LOG.warn("{} starts again: {}", name, failed.toString());
      backoff.lengthen();
    } catch (RuntimeException unexpected) {
      progress.elasticsearch("The projection failed and starts again: " + unexpected);
      LOG.error("{} starts again", name, unexpected);
      backoff.lengthen();
    } finally {
      open = null;
    }
  }

  private void step(Consumer<String, byte[]> consumer) {
    Duration rest = backoff.take();
    if (rest.isPositive()) {
      // Polling keeps the loop in its group; with all its partitions paused, that is all it does.
      consumer.pause(consumer.assignment());
    }
    ConsumerRecords<String, byte[]> messages = consumer.poll(rest.isPositive() ? rest : IDLE);
    if (rest.isPositive()) {
      consumer.resume(
          consumer.assignment().stream().filter(at -> !progress.isStopped(at)).toList());
    }
    if (!messages.isEmpty()) {
      writing.lock();
      try {
        apply(consumer, messages, Objects.requireNonNull(targets));
      } finally {
        writing.unlock();
      }
    }
    lookAtEnds(consumer);
  }

  private void apply(
      Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> messages, Targets into) {
    Batch batch = Batch.of(messages, into.indexes());
    switch (writer.write(batch.changes(), into)) {
      case Outcome.Unavailable unavailable -> {
        // Nothing is committed: the same records are read again after a pause.
        batch.begins().forEach(consumer::seek);
        waitFor(unavailable.reason());
        backoff.lengthen();
      }
      case Outcome.Settled settled -> {
        Map<TopicPartition, Stop> stops = batch.stops(settled.refusals());
        Map<TopicPartition, Long> next = batch.next(stops);
        stops.forEach((partition, stop) -> stop(consumer, partition, stop));
        progress.elasticsearch(null);
        backoff.reset();
        // Only now, when every change of every record before these offsets is in the index. When
        // this fails, the loop starts again from its last commit and finds the changes made.
        consumer.commitSync(offsets(next, into.identity()));
        progress.applied(next);
        Map<TopicPartition, Long> begins = batch.begins();
        next.forEach(
            (partition, offset) -> applied.accept(offset - begins.getOrDefault(partition, offset)));
      }
    }
  }

  private void waitFor(String reason) {
    if (progress.elasticsearch(reason)) {
      LOG.warn("{} waits, and goes on by itself: {}", name, reason);
    }
  }

  private void stop(Consumer<String, byte[]> consumer, TopicPartition partition, Stop stop) {
    consumer.seek(partition, stop.offset());
    consumer.pause(List.of(partition));
    progress.stopped(partition, stop);
    LOG.error("{}", LoopProgress.explain(partition, stop));
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsets(
      Map<TopicPartition, Long> next, String identity) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    next.forEach(
        (partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset, identity)));
    return offsets;
  }

  private void lookAtEnds(Consumer<String, byte[]> consumer) {
    if (System.nanoTime() - endsLookedAtNanos < LOOK_AT_ENDS_NANOS) {
      return;
    }
    try {
      Collection<TopicPartition> assigned = consumer.assignment();
      if (assigned.isEmpty()
          && consumer.partitionsFor(CloudEventAttributes.TOPIC, PATIENCE).isEmpty()) {
        progress.kafka(
            "Nothing has been published yet: there is no topic " + CloudEventAttributes.TOPIC);
      } else {
        progress.ended(consumer.endOffsets(assigned, PATIENCE));
        progress.kafka(null);
      }
    } catch (org.apache.kafka.common.errors.TimeoutException silent) {
      progress.kafka("Kafka does not answer at " + consumers.bootstrapServers());
    }
    if (writing.tryLock()) { // not while others are being chosen
      try {
        moved = !areCurrent.test(Objects.requireNonNull(targets));
      } finally {
        writing.unlock();
      }
    }
    endsLookedAtNanos = System.nanoTime();
  }
}
