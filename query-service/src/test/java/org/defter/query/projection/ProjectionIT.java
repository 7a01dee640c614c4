package org.defter.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.event.RecordedEvent;
import org.defter.core.value.Value;
import org.defter.localstack.Part;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.projection.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionIT {

  private Stage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new Stage();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void writesADocumentOfEveryKindAndClosesEveryVersionButTheLast() throws Exception {
    publishEverything();
    stage.awaitApplied();

    assertThat(stage.document(Index.SOURCES, "ledger").at("/transcription/revision").asInt())
        .isEqualTo(2);
    assertThat(stage.document(Index.SUBJECTS, "guild").at("/version").asLong())
        .isEqualTo(lastOf(EventType.SUBJECT_REGISTERED));
    assertThat(stage.document(Index.PROPERTIES, "motto").at("/version").asLong()).isEqualTo(2);
    long last = lastOf(EventType.FACT_RECORDED);
    assertThat(fact(Index.FACTS, "F1").version()).isEqualTo(last);
    for (long version = 1; version <= last; version++) {
      FactDocument known = fact(Index.FACT_VERSIONS, Index.versionId("F1", version));
      assertThat(known.changedAt()).isEqualTo(Samples.NINE.plusSeconds(3600 * (version - 1)));
      assertThat(known.knownTo())
          .isEqualTo(version == last ? null : Samples.NINE.plusSeconds(3600 * version));
    }
    assertThat(stage.documents().keySet().stream().filter(name -> name.startsWith("events/")))
        .hasSize(EventType.values().length);
  }

  @Test
  void changesNothingWhenEverythingIsReadAgain() throws Exception {
    publishEverything();
    stage.awaitApplied();
    Map<String, String> before = stage.documents();

    stage.stopService();
    stage.forgetOffsets();
    stage.startService();
    stage.awaitApplied();

    assertThat(stage.documents()).isEqualTo(before);
  }

  @Test
  void fillsAnIndexThatWasLost() throws Exception {
    publishEverything();
    stage.awaitApplied();
    Map<String, String> before = stage.documents();

    stage.elasticsearch().indices().delete(delete -> delete.index("fact-versions-1"));
    stage.stopService();
    stage.startService();
    stage.awaitApplied();

    assertThat(stage.documents().keySet()).isEqualTo(before.keySet());
    String beforeTheLast = Index.versionId("F1", lastOf(EventType.FACT_RECORDED) - 1);
    assertThat(fact(Index.FACT_VERSIONS, beforeTheLast).knownTo())
        .isEqualTo(fact(Index.FACTS, "F1").changedAt());
  }

  @Test
  void stopsAPartitionAtAMessageItCannotReadAndGoesOnWithTheOthers() throws Exception {
    RecordedEvent poison = Samples.recorded(2, Samples.fact(EventType.FACT_CORRECTED, "F1"));
    stage.publish(Samples.recorded(1, Samples.fact(EventType.FACT_RECORDED, "F1")));
    stage.publish(poison, "{}");
    stage.publish(Samples.recorded(3, Samples.fact(EventType.CITATION_ADDED, "F1")));
    for (int fact = 2; fact <= 30; fact++) {
      stage.publish(Samples.recorded(1, Samples.fact(EventType.FACT_RECORDED, "F" + fact)));
    }

    stage.await(() -> stopped().size() == 1 && othersAreDone(), "one partition to stop");
    stage.await(() -> stopped().getFirst().lag() >= 2, "it to say how much waits behind");
    PartitionStatus stopped = stopped().getFirst();
    assertThat(stopped.reason())
        .contains("before offset " + stopped.position(), poison.eventId(), "Nothing is skipped");
    assertThat(fact(Index.FACTS, "F1").version()).isEqualTo(1);
    assertThat(get("/api/v1/status").at("/state").asString()).isEqualTo("stopped");
    assertThat(get("/actuator/health").at("/components/projection/status").asString())
        .isEqualTo("DOWN");
    assertThat(get("/actuator/health/readiness").at("/status").asString()).isEqualTo("UP");

    // Started again, the same version of the service stops at the same place.
    stage.stopService();
    stage.startService();
    stage.await(() -> stopped().size() == 1, "the partition to stop again");
    assertThat(stopped().getFirst().position()).isEqualTo(stopped.position());
  }

  @Test
  void stopsAtADocumentElasticsearchRefusesAndGoesOnOnceThatIsMended() throws Exception {
    stage.publish(Samples.recorded(1, Samples.fact(EventType.FACT_RECORDED, "F1")));
    stage.awaitApplied();
    JsonNode lost = stage.document(Index.FACT_VERSIONS, "F1@1");
    stage.elasticsearch().delete(delete -> delete.index("fact-versions").id("F1@1"));

    stage.publish(Samples.recorded(2, Samples.fact(EventType.FACT_CORRECTED, "F1")));
    stage.await(() -> stopped().size() == 1, "the partition to stop");
    assertThat(stopped().getFirst().reason())
        .contains("'F1@1' is not in the index 'fact-versions'");

    stage.elasticsearch().index(index -> index.index("fact-versions").id("F1@1").document(lost));
    stage.stopService();
    stage.startService();
    stage.awaitApplied();
    assertThat(fact(Index.FACT_VERSIONS, "F1@1").knownTo())
        .isEqualTo(fact(Index.FACT_VERSIONS, "F1@2").changedAt());
  }

  @Test
  void losesNothingWhileElasticsearchIsGone() throws Exception {
    publishFacts(1, 150);
    stage.stack.kill(Part.ELASTICSEARCH);
    publishFacts(151, 300);
    stage.await(
        () ->
            stage.partitions().stream().anyMatch(at -> at.state() == PartitionStatus.State.WAITING),
        "a partition to wait");
    assertThat(stage.partitions())
        .filteredOn(at -> at.state() == PartitionStatus.State.WAITING)
        .allSatisfy(at -> assertThat(at.reason()).contains("Elasticsearch"));

    // A service that starts now waits as well.
    stage.stopService();
    stage.startService();
    assertThat(get("/api/v1/status").at("/state").asString()).isEqualTo("waiting");
    assertThat(get("/api/v1/status").at("/reason").asString()).contains("Elasticsearch");
    assertThat(get("/actuator/health/readiness").at("/status").asString()).isEqualTo("DOWN");

    stage.stack.start(Part.ELASTICSEARCH);
    stage.awaitApplied();

    Map<String, String> documents = stage.documents();
    for (int fact = 1; fact <= 300; fact++) {
      assertThat(documents).containsKeys("facts/F" + fact, "fact-versions/F" + fact + "@2");
      assertThat(fact(Index.FACT_VERSIONS, "F" + fact + "@1").knownTo()).isNotNull();
    }
  }

  @Test
  void saysThatKafkaIsGoneAndGoesOnWhenItIsBack() throws Exception {
    publishFacts(1, 10);
    stage.awaitApplied();

    stage.stack.kill(Part.KAFKA);
    stage.await(
        () ->
            stage.partitions().stream().allMatch(at -> at.state() == PartitionStatus.State.WAITING),
        "the partitions to wait");
    assertThat(stage.partitions())
        .allSatisfy(at -> assertThat(at.reason()).contains("Kafka does not answer at"));

    stage.stack.start(Part.KAFKA);
    publishFacts(11, 20);
    stage.awaitApplied();
    assertThat(fact(Index.FACTS, "F20").version()).isEqualTo(2);
    stage.await(
        () ->
            stage.partitions().stream().allMatch(at -> at.state() == PartitionStatus.State.RUNNING),
        "the partitions to run");
    assertThat(get("/api/v1/status").at("/documents/facts").asLong()).isEqualTo(20);
  }

  @Test
  void acceptsTheLongestWordsAndTheFarthestDays() throws Exception {
    Value word = new Value.Text("ї".repeat(10_000), Samples.RU);
    stage.publish(Samples.recorded(1, Samples.fact(EventType.FACT_RECORDED, "F1", word)));
    Value day = new Value.Date(Edtf.parse("Y-900000000/Y900000000"));
    stage.publish(Samples.recorded(1, Samples.fact(EventType.FACT_RECORDED, "F2", day)));
    stage.awaitApplied();

    assertThat(fact(Index.FACTS, "F1").text().ru().getFirst()).hasSize(10_000);
    assertThat(fact(Index.FACTS, "F2").value().latest()).isEqualTo("+200000000-12-31");
  }

  private void publishEverything() throws Exception {
    for (EventType type : EventType.values()) {
      stage.publish(Samples.recorded(version(type), Samples.event(type)));
    }
  }

  /** The events of each aggregate stand in their order in the enumeration. */
  private static long version(EventType type) {
    return Stream.of(EventType.values())
        .filter(other -> other.compareTo(type) <= 0 && kind(other).equals(kind(type)))
        .count();
  }

  private static long lastOf(EventType first) {
    return Stream.of(EventType.values()).filter(type -> kind(type).equals(kind(first))).count();
  }

  private static String kind(EventType type) {
    return type.typeName().substring(0, type.typeName().indexOf('.', "archive.".length()));
  }

  /** Each recorded, then corrected. */
  private void publishFacts(int first, int last) throws Exception {
    for (int fact = first; fact <= last; fact++) {
      stage.publish(Samples.recorded(1, Samples.fact(EventType.FACT_RECORDED, "F" + fact)));
      stage.publish(Samples.recorded(2, Samples.fact(EventType.FACT_CORRECTED, "F" + fact)));
    }
  }

  private List<PartitionStatus> stopped() {
    return stage.partitions().stream()
        .filter(at -> at.state() == PartitionStatus.State.STOPPED)
        .toList();
  }

  private boolean othersAreDone() {
    return stage.partitions().stream()
        .filter(at -> at.state() != PartitionStatus.State.STOPPED)
        .allMatch(at -> at.position() > 0 && at.lag() == 0);
  }

  private FactDocument fact(Index index, String id) throws IOException {
    return DocumentJson.mapper().treeToValue(stage.document(index, id), FactDocument.class);
  }

  private JsonNode get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + stage.httpPort() + path);
      return ArchiveJson.mapper()
          .readTree(
              client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
    }
  }
}
