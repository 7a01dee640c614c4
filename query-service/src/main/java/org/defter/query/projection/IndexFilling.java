package org.defter.query.projection;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.defter.core.event.CloudEventAttributes;
import org.defter.query.elasticsearch.Targets;
import org.defter.query.projection.Batch.Stop;
import org.defter.query.projection.BulkWriter.Outcome;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/**
 * Fills indexes beside those in use with the events of the whole topic, and follows it until
 * closed. First all events are gathered by what they happened to, so that in a new index every
 * document is written once and as it stands in the end. It belongs to no consumer group and commits
 * nothing: one that is broken off is begun again.
 */
public final class IndexFilling implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long LOOK_AT_ENDS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Consumers consumers;
  private final BulkWriter writer;
  private final Targets targets;
  private final int shares;
  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
  private final Map<Integer, Long> ends = new ConcurrentHashMap<>();
  private final AtomicLong gathered = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final ExecutorService workers;
  private final Thread thread;
  private volatile long begun;
  private volatile boolean following;
  private volatile boolean closing;
  private volatile @Nullable Exception failure;

  /**
   * Begins.
   *
   * @param shares how many threads work
   */
  IndexFilling(Consumers consumers, BulkWriter writer, Targets targets, int shares) {
    this.consumers = consumers;
    this.writer = writer;
    this.targets = targets;
    this.shares = shares;
    this.workers =
        Executors.newFixedThreadPool(shares, Thread.ofPlatform().name("rebuild-", 1).factory());
    this.thread = Thread.ofPlatform().name("rebuild-filling").start(this::run);
  }

  /** How many events were applied. */
  public long done() {
    return following ? sum(positions) - begun : written.get();
  }

  /** How many there are to apply, by now. */
  public long total() {
    return sum(ends) - begun;
  }

  /** Up to which offset each partition is applied. */
  public Map<Integer, Long> applied() {
    return Map.copyOf(positions);
  }

  /** What is being done. */
  public String said() {
    return following || gathered.get() == total()
        ? "writes every document as it stands"
        : "reads the events: %,d so far".formatted(gathered.get());
  }

  private static long sum(Map<Integer, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Whether everything is applied up to these offsets.
   *
   * @param offsets by partition
   * @throws IOException when nothing more will be applied
   */
  public boolean hasReached(Map<Integer, Long> offsets) throws IOException {
    Exception why = failure;
    if (why != null) {
      throw new IOException(why.getMessage(), why);
    }
    return following
        && offsets.entrySet().stream()
            .allMatch(at -> positions.getOrDefault(at.getKey(), 0L) >= at.getValue());
  }

  /**
   * Whether it has come to the end of the topic.
   *
   * @throws IOException when nothing more will be applied
   */
  public boolean hasCaughtUp() throws IOException {
    return hasReached(ends);
  }

  private void run() {
    try {
      List<List<TopicPartition>> parts = parts();
      Map<Integer, Long> until = Map.copyOf(ends);
      try (GatheredEvents events = new GatheredEvents(total())) {
        together(parts, part -> gather(part, until, events));
        together(
            IntStream.range(0, events.parts()).boxed().toList(),
            number -> write(events.part(number)));
      }
      positions.putAll(until);
      following = true;
      together(parts, this::follow);
    } catch (IOException | RuntimeException failed) {
      failure = failed;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** The partitions, by who works on them. */
  private List<List<TopicPartition>> parts() {
    try (Consumer<String, byte[]> consumer = consumers.open("rebuild")) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(CloudEventAttributes.TOPIC).stream()
              .map(at -> new TopicPartition(at.topic(), at.partition()))
              .toList();
      partitions.forEach(at -> positions.put(at.partition(), targets.builtTo(at.partition())));
      begun = sum(positions);
      lookAtEnds(consumer, partitions);
      List<List<TopicPartition>> parts = new ArrayList<>();
      for (int share = 0; share < Math.min(shares, partitions.size()); share++) {
        int its = share;
        parts.add(partitions.stream().filter(at -> at.partition() % shares == its).toList());
      }
      return parts;
    }
  }

  /** A piece of work. */
  private interface Work<T> {
    void on(T part) throws IOException;
  }

  private <T> void together(List<T> parts, Work<T> work) throws IOException, InterruptedException {
    List<Callable<Void>> tasks =
        parts.stream().<Callable<Void>>map(part -> () -> onePiece(work, part)).toList();
    for (Future<Void> done : workers.invokeAll(tasks)) {
      try {
        done.get();
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException known) {
          throw known;
        }
        throw new IOException(failed.getCause());
      }
    }
  }

  private <T> @Nullable Void onePiece(Work<T> work, T part) throws IOException {
    if (goesOn()) {
      try {
        work.on(part);
      } catch (IOException | RuntimeException failed) {
        failure = failed; // so that the others end
        throw failed;
      }
    }
    return null;
  }

  private boolean goesOn() {
    return !closing && failure == null;
  }

  private Consumer<String, byte[]> consumerOf(List<TopicPartition> partitions) {
    Consumer<String, byte[]> consumer = consumers.open("rebuild-" + partitions.getFirst());
    consumer.assign(partitions);
    partitions.forEach(at -> consumer.seek(at, positions.getOrDefault(at.partition(), 0L)));
    return consumer;
  }

  private void gather(
      List<TopicPartition> partitions, Map<Integer, Long> until, GatheredEvents events)
      throws IOException {
    try (Consumer<String, byte[]> consumer = consumerOf(partitions)) {
      while (goesOn()
          && partitions.stream()
              .anyMatch(at -> consumer.position(at) < until.getOrDefault(at.partition(), 0L))) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
          if (message.offset() < until.getOrDefault(message.partition(), 0L)) {
            events.add(message);
            gathered.incrementAndGet();
          }
        }
      }
    }
  }

  /** Writes what histories lead to, in an index that is taken up again their newer parts. */
  private void write(List<ConsumerRecord<String, byte[]>> messages) {
    Map<String, ConsumerRecord<String, byte[]>> newest = new LinkedHashMap<>();
    boolean everyEvent = targets.indexes().stream().anyMatch(Index::holdsEveryEvent);
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byPartition = new HashMap<>();
    for (ConsumerRecord<String, byte[]> message : messages) {
      if (everyEvent) {
        add(message, byPartition);
      } else {
        newest.put(String.valueOf(message.key()), message);
      }
    }
    newest.values().forEach(message -> add(message, byPartition));
    var gathered = new ConsumerRecords<>(byPartition, Map.of());
    apply(
        targets.areNew()
            ? Batch.ofHistories(gathered, targets.indexes())
            : Batch.of(gathered, targets.indexes()));
    written.addAndGet(messages.size());
  }

  private static void add(
      ConsumerRecord<String, byte[]> message,
      Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byPartition) {
    byPartition
        .computeIfAbsent(
            new TopicPartition(message.topic(), message.partition()), _ -> new ArrayList<>())
        .add(message);
  }

  private void follow(List<TopicPartition> partitions) {
    try (Consumer<String, byte[]> consumer = consumerOf(partitions)) {
      long lookedNanos = System.nanoTime();
      while (goesOn()) {
        ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
        if (!messages.isEmpty()) {
          Batch batch = Batch.of(messages, targets.indexes());
          if (apply(batch)) {
            batch.next(Map.of()).forEach((at, next) -> positions.put(at.partition(), next));
          }
        }
        if (System.nanoTime() - lookedNanos > LOOK_AT_ENDS_NANOS) {
          lookAtEnds(consumer, partitions);
          lookedNanos = System.nanoTime();
        }
      }
    }
  }

  private void lookAtEnds(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    consumer.endOffsets(partitions).forEach((at, end) -> ends.put(at.partition(), end));
  }

  /** Whether all of it is written. */
  private boolean apply(Batch batch) {
    Backoff backoff = new Backoff();
    while (goesOn()) {
      switch (writer.write(batch.changes(), targets)) {
        case Outcome.Unavailable _ -> {
          backoff.lengthen();
          sleep(backoff.take());
        }
        case Outcome.Settled settled -> {
          Map<TopicPartition, Stop> stops = batch.stops(settled.refusals());
          stops.forEach((partition, stop) -> {
            throw new IllegalStateException(LoopProgress.explain(partition, stop));
          });
          return true;
        }
      }
    }
    return false;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when nothing is written any more. */
  @Override
  public void close() throws InterruptedException {
    closing = true;
    thread.join(PATIENCE);
    workers.shutdownNow();
  }
}
