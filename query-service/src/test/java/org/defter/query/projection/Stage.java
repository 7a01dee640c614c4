package org.defter.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.CloudEventAttributes;
import org.defter.core.event.RecordedEvent;
import org.defter.localstack.LocalStack;
import org.defter.query.BlankStack;
import org.defter.query.QueryService;
import org.defter.readmodel.document.Index;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A real topic, real indexes, and the service between them, which can be started and stopped. */
final class Stage implements AutoCloseable {

  static final int PARTITIONS = 3;
  private static final String GROUP = "query-service-1";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  final LocalStack stack;
  private final KafkaProducer<String, byte[]> producer;
  private ConfigurableApplicationContext service;
  private long position;

  /** With an empty topic and no indexes. */
  Stage() throws Exception {
    stack = BlankStack.withPartitions(PARTITIONS);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    service = run();
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()));
  }

  private ConfigurableApplicationContext run() {
    return new SpringApplicationBuilder(QueryService.class)
        .run(
            "--server.port=0",
            "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
            "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers(),
            "--defter.projection.batch-records=50");
  }

  void stopService() {
    service.close();
  }

  void startService() {
    service = run();
  }

  /** As if nothing had ever been applied. */
  void forgetOffsets() throws Exception {
    try (Admin admin = admin()) {
      admin.deleteConsumerGroups(List.of(GROUP)).all().get();
    } catch (ExecutionException failed) {
      assertThat(failed).hasCauseInstanceOf(GroupIdNotFoundException.class);
    }
  }

  ElasticsearchClient elasticsearch() {
    return service.getBean(ElasticsearchClient.class);
  }

  List<PartitionStatus> partitions() {
    return service.getBean(Projections.class).partitions();
  }

  int httpPort() {
    return Integer.parseInt(
        String.valueOf(service.getEnvironment().getProperty("local.server.port")));
  }

  void publish(RecordedEvent recorded) throws Exception {
    publish(recorded, ArchiveJson.write(recorded.event()));
  }

  /** Publishes an event with this for its data. */
  void publish(RecordedEvent recorded, String data) throws Exception {
    position++;
    var message =
        new ProducerRecord<>(
            CloudEventAttributes.TOPIC, recorded.event().id().qualified(), data.getBytes(UTF_8));
    CloudEventAttributes.of(recorded, position)
        .forEach((name, text) -> message.headers().add("ce_" + name, text.getBytes(UTF_8)));
    message.headers().add("content-type", "application/json".getBytes(UTF_8));
    producer.send(message).get();
  }

  /** Waits until all that was published is applied. */
  void awaitApplied() throws IOException {
    await(this::isApplied, "all events to be applied");
    elasticsearch().indices().refresh();
  }

  private boolean isApplied() {
    List<PartitionStatus> partitions = partitions();
    return partitions.size() == PARTITIONS
        && partitions.stream().mapToLong(PartitionStatus::position).sum() == position;
  }

  void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as(() -> "waited for " + what + ": " + (service == null ? "" : partitions()))
          .isLessThan(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException ended) {
        throw new IllegalStateException(ended);
      }
    }
  }

  JsonNode document(Index index, String id) throws IOException {
    JsonNode source =
        elasticsearch().get(get -> get.index(index.alias()).id(id), JsonNode.class).source();
    assertThat(source).as(index.alias() + "/" + id).isNotNull();
    return Objects.requireNonNull(source);
  }

  /** Every document, with the marks every write leaves on it. */
  Map<String, String> documents() throws IOException {
    Map<String, String> documents = new TreeMap<>();
    for (Index index : Index.values()) {
      elasticsearch()
          .search(
              search ->
                  search.index(index.alias()).size(10_000).version(true).seqNoPrimaryTerm(true),
              JsonNode.class)
          .hits()
          .hits()
          .forEach(hit -> documents.put(index.alias() + "/" + hit.id(), written(hit)));
    }
    return documents;
  }

  private static String written(Hit<JsonNode> hit) {
    return "version %d, write %d: %s".formatted(hit.version(), hit.seqNo(), hit.source());
  }

  @Override
  public void close() {
    producer.close();
    service.close();
  }
}
