package org.defter.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.defter.core.event.CloudEventAttributes;

/**
 * From an event's record time, which is taken shortly before its commit, to its arrival at a
 * consumer of the topic, at a light load: one fact every 30 ms or so. By the same clock, in whole
 * milliseconds.
 */
final class PublishingDelay implements Measurement {

  private static final long PAUSE_MILLIS = 30;
  private static final double SECONDS = 10;

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    FactCommands.prepare(rig);
    rig.awaitQuiet();
    Histogram millis = new Histogram(3);
    AtomicBoolean listening = new AtomicBoolean(true);
    try (KafkaConsumer<String, String> consumer = consumer(rig)) {
      Thread listener = Thread.ofPlatform().start(() -> listen(consumer, listening, millis));
      Load.run(1, SECONDS, _ -> lightly(FactCommands.recording(rig.ingest())));
      rig.awaitPublished();
      listening.set(false);
      listener.join();
    }
    Figure median = new Figure("record time to Kafka, median", "ms", "< 20 ms");
    median.add((double) millis.getValueAtPercentile(50));
    Figure late = new Figure("record time to Kafka, 99 %", "ms", "");
    late.add((double) millis.getValueAtPercentile(99));
    return List.of(median, late);
  }

  private static KafkaConsumer<String, String> consumer(Rig rig) throws Exception {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", rig.stack().kafkaBootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.assign(rig.topic().partitions());
    consumer.seekToEnd(List.of());
    consumer.assignment().forEach(consumer::position);
    return consumer;
  }

  private static void listen(
      KafkaConsumer<String, String> consumer, AtomicBoolean listening, Histogram millis) {
    while (listening.get()) {
      for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
        long arrived = System.currentTimeMillis();
        var time = event.headers().lastHeader(CloudEventAttributes.HEADER_PREFIX + "time");
        String recorded = new String(time.value(), StandardCharsets.UTF_8);
        millis.recordValue(Math.max(0, arrived - Instant.parse(recorded).toEpochMilli()));
      }
    }
  }

  private static Load.Client lightly(Load.Client client) {
    return new Load.Client() {
      @Override
      public void once() throws Exception {
        client.once();
        Thread.sleep(PAUSE_MILLIS);
      }

      @Override
      public void close() throws Exception {
        client.close();
      }
    };
  }
}
