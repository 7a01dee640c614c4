package org.defter.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.CloudEventAttributes;
import org.defter.core.event.RecordedEvent;
import org.defter.ingest.store.StoredMessages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes every event once the store has committed it, in the store's order, as CloudEvents in
 * binary mode.
 *
 * <p>The position of the last batch is kept in the token store; its claim lets one node publish at
 * a time. A crash between the topic and the token would publish the batch twice: so after every
 * start and every failure, the newest records of the topic are read back, and events that stand
 * there already are passed over.
 */
@Component
public class EventPublisher implements SmartLifecycle {

  /** Lower than that of the commands, which start after and stop before. */
  private static final int PHASE = -1;

  static final String PROCESSOR = "publisher";
  static final int BATCH = 1000;

  /**
   * Twice what can be on the topic and not yet in the token, for events that the store showed late.
   */
  private static final int READ_BACK = 2 * BATCH;

  private static final int SEGMENT = 0;
  private static final Duration CLAIM_EXTENSION = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
  private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);

  private final EmbeddedEventStore store;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final EventTopic topic;
  private volatile boolean running;
  private volatile long published;
  private volatile @Nullable String waitingFor = "starting";
  private @Nullable Thread thread;

  EventPublisher(
      EmbeddedEventStore store,
      TokenStore tokens,
      TransactionManager transactions,
      KafkaProperties properties) {
    this.store = store;
    this.tokens = tokens;
    this.transactions = transactions;
    this.topic = new EventTopic(properties);
  }

  /** The position of the last event that is on the topic. */
  public long published() {
    return published;
  }

  /** Why nothing is published at the moment; null when all is well. */
  public @Nullable String waitingFor() {
    return waitingFor;
  }

  private void run() {
    while (running) {
      try {
        publish();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      } catch (UnableToClaimTokenException _) {
        waitFor("another node of this service publishes");
      } catch (RuntimeException | Error failed) {
        log.warn("publishing stopped and will be tried again", failed);
        waitFor(String.valueOf(failed.getMessage()));
      }
    }
  }

  private void waitFor(String what) {
    waitingFor = what;
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish() throws InterruptedException {
    topic.ensure();
    TrackingToken token = claim();
    Set<String> onTopic = topic.newestEventIds(READ_BACK);
    KafkaProducer<String, String> producer = topic.producer();
    try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(token)) {
      if (token instanceof GapAwareTrackingToken known) {
        published = known.getIndex();
      }
      waitingFor = null;
      while (running) {
        List<TrackedEventMessage<?>> batch = take(events);
        if (batch.isEmpty()) {
          extendClaim();
        } else {
          send(
              producer,
              batch.stream().filter(event -> !onTopic.remove(event.getIdentifier())).toList());
          // A crash here leaves the batch on the topic and the old token in the store: the next
          // start reads the batch back from the topic and passes it over.
          TrackingToken last = batch.getLast().trackingToken();
          transactions.executeInTransaction(() -> tokens.storeToken(last, PROCESSOR, SEGMENT));
          published = position(batch.getLast());
        }
      }
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  private @Nullable TrackingToken claim() {
    return transactions.fetchInTransaction(() -> {
      if (tokens.fetchSegments(PROCESSOR).length == 0) {
        tokens.initializeTokenSegments(PROCESSOR, 1);
      }
      return tokens.fetchToken(PROCESSOR, SEGMENT);
    });
  }

  private static List<TrackedEventMessage<?>> take(BlockingStream<TrackedEventMessage<?>> events)
      throws InterruptedException {
    List<TrackedEventMessage<?>> batch = new ArrayList<>();
    if (events.hasNextAvailable((int) CLAIM_EXTENSION.toMillis(), TimeUnit.MILLISECONDS)) {
      do {
        batch.add(events.nextAvailable());
      } while (batch.size() < BATCH && events.hasNextAvailable());
    }
    return batch;
  }

  private void send(KafkaProducer<String, String> producer, List<TrackedEventMessage<?>> batch)
      throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
    for (TrackedEventMessage<?> event : batch) {
      sent.add(producer.send(record(event)));
    }
    for (Future<RecordMetadata> acknowledgement : sent) {
      await(acknowledgement);
    }
    waitingFor = null;
  }

  /** However long it takes: meanwhile the claim is kept, and the status says what is waited for. */
  private void await(Future<RecordMetadata> acknowledgement) throws InterruptedException {
    while (running) {
      try {
        acknowledgement.get(CLAIM_EXTENSION.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException silent) {
        waitingFor = "Kafka does not acknowledge events";
        extendClaim();
      } catch (ExecutionException refused) {
        throw new IllegalStateException(
            "Kafka does not take events: " + refused.getMessage(), refused);
      }
    }
    throw new InterruptedException("stopping");
  }

  private void extendClaim() {
    transactions.executeInTransaction(() -> tokens.extendClaim(PROCESSOR, SEGMENT));
  }

  private static ProducerRecord<String, String> record(TrackedEventMessage<?> message) {
    RecordedEvent recorded = StoredMessages.recorded(message);
    Map<String, String> attributes = CloudEventAttributes.of(recorded, position(message));
    ArchiveEvent event = recorded.event();
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            CloudEventAttributes.TOPIC, event.id().qualified(), ArchiveJson.write(event));
    attributes.forEach((name, value) ->
        record
            .headers()
            .add(
                CloudEventAttributes.HEADER_PREFIX + name, value.getBytes(StandardCharsets.UTF_8)));
    record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private static long position(TrackedEventMessage<?> message) {
    return message.trackingToken().position().orElseThrow();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("event-publisher").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread publishing = thread;
    if (publishing != null) {
      try {
        if (!publishing.join(GRACE)) {
          publishing.interrupt();
          publishing.join(GRACE);
        }
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * Stops after the commands have stopped, so that what they recorded is published if Kafka is
   * there.
   */
  @Override
  public int getPhase() {
    return PHASE;
  }
}
