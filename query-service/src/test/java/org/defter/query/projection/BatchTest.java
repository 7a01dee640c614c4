package org.defter.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.CloudEventAttributes;
import org.defter.core.event.EventType;
import org.defter.core.event.RecordedEvent;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.projection.Change;
import org.defter.readmodel.projection.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchTest {

  private static final TopicPartition FIRST = new TopicPartition(CloudEventAttributes.TOPIC, 0);
  private static final TopicPartition SECOND = new TopicPartition(CloudEventAttributes.TOPIC, 1);
  private static final int CHANGES_OF_A_NEW_FACT = 3;

  @Test
  void appliesAllWhereNothingIsWrong() {
    Batch batch = batch(List.of(fact(0, 5), fact(0, 6)), List.of(fact(1, 9)));

    assertThat(batch.changes()).hasSize(3 * CHANGES_OF_A_NEW_FACT);
    assertThat(batch.stops(Map.of())).isEmpty();
    assertThat(batch.next(Map.of())).isEqualTo(Map.of(FIRST, 7L, SECOND, 10L));
  }

  @Test
  void stopsAPartitionAtARecordThatCannotBeRead() {
    Batch batch = batch(List.of(fact(0, 5), broken(0, 6), fact(0, 7)), List.of(fact(1, 9)));

    var stops = batch.stops(Map.of());

    assertThat(batch.changes()).hasSize(2 * CHANGES_OF_A_NEW_FACT);
    assertThat(stops).containsOnlyKeys(FIRST);
    assertThat(stops.get(FIRST))
        .isEqualTo(new Batch.Stop(6, null, "the CloudEvents attribute 'type' is missing"));
    assertThat(batch.next(stops)).isEqualTo(Map.of(FIRST, 6L, SECOND, 10L));
  }

  @Test
  void stopsBeforeARecordThatCannotBeReadThoughItComesFirst() {
    Batch batch = batch(List.of(broken(0, 5), fact(0, 6)), List.of());

    assertThat(batch.changes()).isEmpty();
    assertThat(batch.next(batch.stops(Map.of()))).isEqualTo(Map.of(FIRST, 5L));
  }

  @Test
  void stopsAPartitionAtTheFirstOfItsRefusals() {
    Batch batch = batch(List.of(fact(0, 5), fact(0, 6), fact(0, 7)), List.of(fact(1, 9)));

    var stops =
        batch.stops(
            Map.of(CHANGES_OF_A_NEW_FACT + 1, "no such field", 2 * CHANGES_OF_A_NEW_FACT, "later"));

    assertThat(stops).containsOnlyKeys(FIRST);
    assertThat(stops.get(FIRST)).extracting(Batch.Stop::offset).isEqualTo(6L);
    assertThat(stops.get(FIRST)).extracting(Batch.Stop::reason).isEqualTo("no such field");
    assertThat(batch.next(stops)).isEqualTo(Map.of(FIRST, 6L, SECOND, 10L));
  }

  @Test
  void writesEachDocumentOfAHistoryOnceAsItStandsInTheEnd() {
    List<ConsumerRecord<String, byte[]>> history = new ArrayList<>();
    for (long version = 1; version <= 3; version++) {
      EventType type = version == 1 ? EventType.FACT_RECORDED : EventType.FACT_CORRECTED;
      history.add(message(0, version, Samples.recorded(version, Samples.fact(type, "F1"))));
    }

    Batch batch =
        Batch.ofHistories(
            new ConsumerRecords<>(Map.of(FIRST, history), Map.of()),
            EnumSet.of(Index.FACTS, Index.FACT_VERSIONS));

    assertThat(batch.changes())
        .extracting(change -> change.index().alias() + "/" + change.id())
        .containsExactlyInAnyOrder(
            "facts/F1", "fact-versions/F1@1", "fact-versions/F1@2", "fact-versions/F1@3");
    for (Change change : batch.changes()) {
      JsonNode document = DocumentJson.mapper().valueToTree(change.body());
      boolean stands = document.path("version").asLong() == 3;
      assertThat(document.has("knownTo")).as("%s", document).isEqualTo(!stands);
    }
    assertThat(batch.stops(Map.of(1, "no such field"))).containsOnlyKeys(FIRST);
  }

  private static Batch batch(
      List<ConsumerRecord<String, byte[]>> first, List<ConsumerRecord<String, byte[]>> second) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new LinkedHashMap<>();
    records.put(FIRST, first);
    if (!second.isEmpty()) {
      records.put(SECOND, second);
    }
    return Batch.of(new ConsumerRecords<>(records, Map.of()), EnumSet.allOf(Index.class));
  }

  private static ConsumerRecord<String, byte[]> fact(int partition, long offset) {
    return message(
        partition,
        offset,
        Samples.recorded(1, Samples.fact(EventType.FACT_RECORDED, "F" + partition + offset)));
  }

  private static ConsumerRecord<String, byte[]> message(
      int partition, long offset, RecordedEvent recorded) {
    var message =
        new ConsumerRecord<>(
            CloudEventAttributes.TOPIC,
            partition,
            offset,
            recorded.event().id().qualified(),
            ArchiveJson.write(recorded.event()).getBytes(UTF_8));
    CloudEventAttributes.of(recorded, offset)
        .forEach((name, text) -> message.headers().add("ce_" + name, text.getBytes(UTF_8)));
    return message;
  }

  private static ConsumerRecord<String, byte[]> broken(int partition, long offset) {
    return new ConsumerRecord<>(
        CloudEventAttributes.TOPIC, partition, offset, "fact/F", "{}".getBytes(UTF_8));
  }
}
