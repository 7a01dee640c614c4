package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.defter.core.id.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class CloudEventAttributesTest {

  private static final Actor ANNA = new Actor("anna@example.org", "Anna Bérg", "archivist");
  private static final Actor IMPORTER = new Actor("importer", null, "program");

  @Test
  void anEventIsPublishedWithAllItsAttributesInOrder() {
    assertThat(CloudEventAttributes.of(recorded(EventType.FACT_CORRECTED, ANNA), 42))
        .containsExactly(
            entry("specversion", "1.0"),
            entry("id", "e-1"),
            entry("type", "archive.fact.corrected.v1"),
            entry("source", "urn:defter:archive"),
            entry("subject", "fact/f1"),
            entry("time", "2026-02-03T04:05:06.000007Z"),
            entry("version", "3"),
            entry("position", "42"),
            entry("actorid", "importer"),
            entry("actorrole", "program"),
            entry("onbehalfofid", "anna@example.org"),
            entry("onbehalfofname", "Anna Bérg"),
            entry("onbehalfofrole", "archivist"),
            entry("commandid", "c-1"),
            entry("correlationid", "r-1"),
            entry("causationid", "m-1"));
  }

  @ParameterizedTest
  @EnumSource
  void readingGivesBackWhatWasPublished(EventType type) {
    RecordedEvent forAnna = recorded(type, ANNA);
    RecordedEvent forItself = recorded(type, null);

    assertThat(published(forAnna)).isEqualTo(forAnna);
    assertThat(published(forItself)).isEqualTo(forItself);
  }

  @ParameterizedTest
  @EnumSource
  void namesAreAsCloudEventsWantsThem(EventType type) {
    assertThat(CloudEventAttributes.of(recorded(type, ANNA), 1).keySet())
        .allSatisfy(name -> assertThat(name).matches("[a-z0-9]{1,20}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type",
        "id",
        "version",
        "time",
        "actorid",
        "actorrole",
        "onbehalfofrole",
        "commandid",
        "correlationid",
        "causationid"
      })
  void namesAnAttributeThatIsMissing(String name) {
    RecordedEvent recorded = recorded(EventType.FACT_RECORDED, ANNA);
    Map<String, String> attributes = new HashMap<>(CloudEventAttributes.of(recorded, 1));
    attributes.remove(name);

    assertThatThrownBy(
            () -> CloudEventAttributes.read(attributes, ArchiveJson.write(recorded.event())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the CloudEvents attribute '" + name + "' is missing");
  }

  @ParameterizedTest
  @CsvSource({"version, three", "version, ''", "time, yesterday", "time, 2026-02-03"})
  void namesAnAttributeThatIsMalformed(String name, String value) {
    RecordedEvent recorded = recorded(EventType.FACT_RECORDED, ANNA);
    Map<String, String> attributes = new HashMap<>(CloudEventAttributes.of(recorded, 1));
    attributes.put(name, value);

    assertThatThrownBy(
            () -> CloudEventAttributes.read(attributes, ArchiveJson.write(recorded.event())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the CloudEvents attribute '" + name + "' is malformed: '" + value + "'");
  }

  @Test
  void saysWhatToDoAboutATypeOfANewerVersion() {
    RecordedEvent recorded = recorded(EventType.FACT_RECORDED, ANNA);
    Map<String, String> attributes = new HashMap<>(CloudEventAttributes.of(recorded, 1));
    attributes.put("type", "archive.fact.recorded.v2");

    assertThatThrownBy(
            () -> CloudEventAttributes.read(attributes, ArchiveJson.write(recorded.event())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "event type 'archive.fact.recorded.v2' is not known to this version: update this service");
  }

  @Test
  void refusesDataOfAnotherType() {
    Map<String, String> attributes =
        CloudEventAttributes.of(recorded(EventType.FACT_CORRECTED, ANNA), 1);
    String data = ArchiveJson.write(EventSamples.of(EventType.SUBJECT_NAMED));

    assertThatThrownBy(() -> CloudEventAttributes.read(attributes, data))
        .isInstanceOf(JacksonException.class);
  }

  private static RecordedEvent published(RecordedEvent recorded) {
    return CloudEventAttributes.read(
        CloudEventAttributes.of(recorded, 42), ArchiveJson.write(recorded.event()));
  }

  private static RecordedEvent recorded(EventType type, @Nullable Actor onBehalfOf) {
    return new RecordedEvent(
        "e-1",
        3,
        Instant.parse("2026-02-03T04:05:06.000007Z"),
        new Origin(IMPORTER, onBehalfOf, "c-1", "r-1", "m-1"),
        EventSamples.of(type));
  }
}
