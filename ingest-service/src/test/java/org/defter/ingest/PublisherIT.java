package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.ingest.Running.SERVICE;
import static org.defter.ingest.Running.STACK;
import static org.defter.ingest.Running.send;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.defter.core.event.CloudEventAttributes;
import org.defter.core.event.RecordedEvent;
import org.defter.ingest.publish.EventPublisher;
import org.defter.ingest.store.StoredEvents;
import org.defter.localstack.Part;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the store commits is on the topic once, in order, whatever stops in between. */
class PublisherIT {

  private static void register(String id) {
    assertThat(
            send(
                    "POST",
                    "/api/v1/subjects",
                    "{\"id\":\"%s\",\"names\":[{\"text\":\"N\",\"language\":\"en\"}]}"
                        .formatted(id))
                .status())
        .isEqualTo(201);
  }

  private static void name(String id, int number) {
    assertThat(
            send(
                    "POST",
                    "/api/v1/subjects/" + id + "/names",
                    "{\"text\":\"N%d\",\"language\":\"en\"}".formatted(number))
                .status())
        .isEqualTo(200);
  }

  @Test
  void publishesTheWholeEventAsACloudEvent() {
    register("published");
    awaitPublished();

    RecordedEvent event = only("subject/published").getFirst();

    assertThat(event.version()).isEqualTo(1);
    assertThat(event.origin().actor().id()).isEqualTo("ann");
    assertThat(event.event().type().typeName()).isEqualTo("archive.subject.registered.v1");
  }

  @Test
  void publishesTheLargestTranscriptionThatIsTaken() {
    String text = "ж".repeat(7_500_000);
    assertThat(
            send(
                    "POST",
                    "/api/v1/sources",
                    "{\"id\":\"large\",\"title\":\"L\",\"transcription\":{\"language\":\"ru\",\"text\":\"%s\"}}"
                        .formatted(text))
                .status())
        .isEqualTo(201);
    awaitPublished();

    assertThat(only("source/large")).hasSize(1);
  }

  @Test
  void losesDoublesAndReordersNothingWhenKafkaIsKilled() {
    register("survivor");
    for (int number = 1; number <= 20; number++) {
      name("survivor", number);
    }
    STACK.kill(Part.KAFKA);
    for (int number = 21; number <= 40; number++) {
      name("survivor", number);
    }
    STACK.start(Part.KAFKA);
    awaitPublished();

    assertThat(only("subject/survivor"))
        .extracting(RecordedEvent::version)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 41).boxed().toList());
  }

  /**
   * What a crash leaves behind between the topic's acknowledgement and the store of the position.
   */
  @Test
  void publishesNothingTwiceWhenThePositionIsLost() {
    register("once");
    name("once", 1);
    awaitPublished();
    EventPublisher publisher = SERVICE.getBean(EventPublisher.class);
    publisher.stop();
    JdbcTemplate jdbc = SERVICE.getBean(JdbcTemplate.class);
    jdbc.update("UPDATE token_entry SET token = NULL, token_type = NULL, owner = NULL");
    publisher.start();
    name("once", 2);
    awaitPublished();

    assertThat(only("subject/once")).extracting(RecordedEvent::version).containsExactly(1L, 2L, 3L);
  }

  private static List<RecordedEvent> only(String aggregate) {
    return topic().stream()
        .filter(record -> aggregate.equals(record.key()))
        .map(PublisherIT::read)
        .toList();
  }

  private static RecordedEvent read(ConsumerRecord<String, String> record) {
    Map<String, String> attributes = new HashMap<>();
    record
        .headers()
        .forEach(header -> {
          if (header.key().startsWith(CloudEventAttributes.HEADER_PREFIX)) {
            attributes.put(
                header.key().substring(CloudEventAttributes.HEADER_PREFIX.length()),
                new String(header.value(), StandardCharsets.UTF_8));
          }
        });
    return CloudEventAttributes.read(attributes, record.value());
  }

  private static List<ConsumerRecord<String, String>> topic() {
    Map<String, Object> config =
        Map.of("bootstrap.servers", STACK.kafkaBootstrapServers(), "enable.auto.commit", false);
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(CloudEventAttributes.TOPIC).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .collect(Collectors.toList());
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private static void awaitPublished() {
    long committed = SERVICE.getBean(StoredEvents.class).newestPosition();
    EventPublisher publisher = SERVICE.getBean(EventPublisher.class);
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> publisher.published() >= committed);
  }
}
