package org.defter.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.CloudEventAttributes;
import org.defter.core.event.RecordedEvent;
import org.defter.query.projection.PartitionStatus;
import org.defter.query.projection.Projections;
import org.springframework.context.ApplicationContext;

/** Many events on the topic, as the archive publishes them. */
public final class PublishedEvents {

  private static final int PATIENCE_SECONDS = 300;

  private PublishedEvents() {}

  /** Publishes events in their order, at positions from 1. */
  public static void publish(String bootstrapServers, List<RecordedEvent> events) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "20"),
            new StringSerializer(),
            new StringSerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int at = 0; at < events.size(); at++) {
        sent.add(producer.send(message(events.get(at), at + 1)));
      }
      producer.flush();
      sent.forEach(Future::resultNow);
    }
  }

  /** The message of an event. */
  public static ProducerRecord<String, String> message(RecordedEvent recorded, long position) {
    ProducerRecord<String, String> message =
        new ProducerRecord<>(
            CloudEventAttributes.TOPIC,
            recorded.event().id().qualified(),
            ArchiveJson.write(recorded.event()));
    CloudEventAttributes.of(recorded, position)
        .forEach((name, value) ->
            message
                .headers()
                .add(CloudEventAttributes.HEADER_PREFIX + name, value.getBytes(UTF_8)));
    message.headers().add("content-type", "application/json".getBytes(UTF_8));
    return message;
  }

  /** Waits until so many events are applied, and can be searched. */
  public static void awaitApplied(ApplicationContext service, long events)
      throws IOException, InterruptedException {
    Projections projections = service.getBean(Projections.class);
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (projections.partitions().stream().mapToLong(PartitionStatus::position).sum() < events) {
      assertThat(System.nanoTime()).as("waited for %,d events", events).isLessThan(end);
      Thread.sleep(200);
    }
    service.getBean(ElasticsearchClient.class).indices().refresh();
  }
}
