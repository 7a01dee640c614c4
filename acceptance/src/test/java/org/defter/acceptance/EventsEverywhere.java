package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.defter.localstack.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the store, the topic and the indexes hold.
 *
 * @param stored the ids of the events in the store
 */
record EventsEverywhere(List<String> stored) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TOPIC = "archive.events";

  /**
   * Waits until every event of the store is in the indexes, and reads the store.
   *
   * @throws AssertionError when that takes longer
   */
  static EventsEverywhere onceAllAreVisible(Duration limit) throws Exception {
    List<String> stored = Archive.stored("SELECT event_identifier FROM domain_event_entry");
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline && !caughtUp(stored.size())) {
      Thread.sleep(500);
    }
    assertThat(caughtUp(stored.size()))
        .as("the read models hold all %d events; status: %s", stored.size(), status())
        .isTrue();
    return new EventsEverywhere(stored);
  }

  private static boolean caughtUp(int events) throws IOException, InterruptedException {
    return count("events", null) >= events
        && status().path("projections").valueStream().allMatch(at -> at.path("lag").asLong() == 0);
  }

  private static JsonNode status() {
    return Archive.stack().serviceStatus(Part.QUERY_SERVICE).orElseThrow();
  }

  void assertStoreHasNoGaps() throws SQLException {
    assertThat(
            Archive.stored(
                """
                SELECT aggregate_identifier FROM domain_event_entry GROUP BY aggregate_identifier
                HAVING min(sequence_number) <> 0 OR max(sequence_number) <> count(*) - 1
                """))
        .isEmpty();
  }

  void assertTopicHoldsEachOnceInOrder() {
    List<String> published = new ArrayList<>();
    Map<String, Long> versions = new HashMap<>();
    for (ConsumerRecord<String, String> message : published()) {
      published.add(header(message, "ce_id"));
      long version = Long.parseLong(header(message, "ce_version"));
      assertThat(version)
          .as("the version of %s after the one before", message.key())
          .isEqualTo(versions.getOrDefault(message.key(), 0L) + 1);
      versions.put(message.key(), version);
    }
    assertThat(published).hasSameSizeAs(stored).doesNotHaveDuplicates();
    assertThat(Set.copyOf(published)).isEqualTo(Set.copyOf(stored));
  }

  private static List<ConsumerRecord<String, String>> published() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", Archive.stack().kafkaBootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  void assertIndexesHoldEachOnce() throws Exception {
    long facts =
        number(
            "SELECT count(DISTINCT aggregate_identifier) FROM domain_event_entry WHERE aggregate_identifier LIKE 'fact/%'");
    long versions =
        number("SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier LIKE 'fact/%'");
    assertThat(count("events", null)).isEqualTo(stored.size());
    assertThat(count("facts", null)).isEqualTo(facts);
    assertThat(count("fact-versions", null)).isEqualTo(versions);
  }

  /** The aggregates of the store whose id begins so. */
  List<String> ids(String prefix) throws SQLException {
    return Archive.stored(
        "SELECT aggregate_identifier FROM domain_event_entry WHERE aggregate_identifier LIKE '"
            + prefix
            + "%'");
  }

  private static long number(String sql) throws SQLException {
    return Long.parseLong(Archive.stored(sql).getFirst());
  }

  /** After a refresh, so that what was written is counted. */
  private static long count(String index, @Nullable String query)
      throws IOException, InterruptedException {
    ask(index + "/_refresh", null);
    return ask(index + "/_count", query).path("count").asLong(-1);
  }

  private static JsonNode ask(String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Archive.stack().elasticsearchUri() + "/" + path))
            .header("Content-Type", "application/json")
            .POST(
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JSON.readTree(client.send(request.build(), BodyHandlers.ofString()).body());
    }
  }
}
