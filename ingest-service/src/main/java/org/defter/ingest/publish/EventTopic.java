package org.defter.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.defter.core.event.CloudEventAttributes;

/**
 * The topic: made when it is not there, written to, and read back where the publisher must know
 * what it holds.
 */
final class EventTopic {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A body of 16 MB may hold characters that take six bytes each in the event's JSON. */
  private static final int LARGEST_EVENT_BYTES = 96 * 1024 * 1024;

  private static final int REQUEST_MILLIS = 10_000;

  private final KafkaProperties properties;

  EventTopic(KafkaProperties properties) {
    this.properties = properties;
  }

  /** Makes the topic, with unlimited retention, when it is not there. */
  void ensure() throws InterruptedException {
    try (Admin admin = Admin.create(connection())) {
      NewTopic topic =
          new NewTopic(
                  CloudEventAttributes.TOPIC,
                  properties.partitions(),
                  properties.replicationFactor())
              .configs(
                  Map.of(
                      TopicConfig.RETENTION_MS_CONFIG,
                      "-1",
                      TopicConfig.RETENTION_BYTES_CONFIG,
                      "-1",
                      TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                      Integer.toString(LARGEST_EVENT_BYTES),
                      TopicConfig.CLEANUP_POLICY_CONFIG,
                      TopicConfig.CLEANUP_POLICY_DELETE));
      admin.createTopics(List.of(topic)).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw new KafkaException(
            "Kafka cannot make the topic " + CloudEventAttributes.TOPIC, failed.getCause());
      }
    } catch (TimeoutException silent) {
      throw new KafkaException("Kafka does not answer at " + properties.bootstrapServers(), silent);
    }
  }

  /**
   * A producer that neither doubles nor reorders what it sends, and calls it sent when every
   * replica has it.
   */
  KafkaProducer<String, String> producer() {
    Map<String, Object> config = connection();
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_EVENT_BYTES);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 128L * 1024 * 1024);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    // Never given up one by one: a later record could then stand before an earlier one.
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  /**
   * The ids of the newest events on every partition: at least those that may have been published
   * since the publisher's position was last stored.
   *
   * @param depth how many records of each partition to read
   */
  Set<String> newestEventIds(int depth) {
    Map<String, Object> config = connection();
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    Set<String> ids = new HashSet<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(CloudEventAttributes.TOPIC).stream()
              .map(EventTopic::partition)
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      ends.forEach((at, end) -> consumer.seek(at, Math.max(0, end - depth)));
      while (ends.entrySet().stream()
          .anyMatch(at -> consumer.position(at.getKey()) < at.getValue())) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          ids.add(eventId(record));
        }
      }
    }
    return ids;
  }

  private static String eventId(ConsumerRecord<String, String> record) {
    var header = record.headers().lastHeader(CloudEventAttributes.HEADER_PREFIX + "id");
    if (header == null) {
      throw new KafkaException(
          "%s-%d@%d is not one of the archive's events: nobody else may write to this topic"
              .formatted(record.topic(), record.partition(), record.offset()));
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  private Map<String, Object> connection() {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", properties.bootstrapServers());
    config.put("client.id", "ingest-service");
    config.put("reconnect.backoff.max.ms", 1000);
    // The addresses given do not change; looking them up again without pause is all the default
    // would do.
    config.put("metadata.recovery.strategy", "none");
    return config;
  }
}
