package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.ENGLISH;

import java.util.Arrays;
import java.util.stream.Stream;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.defter.core.source.SourceEvent.SourceDeposited;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored form of every kind of value, letter for letter. */
class ValueJsonTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(
            new Value.Text("the lamp", ENGLISH),
            "{\"type\":\"text\",\"text\":\"the lamp\",\"language\":\"en\"}"),
        Arguments.of(
            new Value.SubjectReference(new SubjectId("anna-berg")),
            "{\"type\":\"subject\",\"subject\":\"anna-berg\"}"),
        Arguments.of(
            new Value.Date(Edtf.parse("1887-05~/..")),
            "{\"type\":\"date\",\"edtf\":\"1887-05~/..\"}"),
        Arguments.of(
            new Quantity("1/5", null, false), "{\"type\":\"quantity\",\"amount\":\"1/5\"}"),
        Arguments.of(
            new Quantity("70.50", "%", true),
            "{\"type\":\"quantity\",\"amount\":\"70.50\",\"unit\":\"%\",\"approximate\":true}"),
        Arguments.of(new Value.Truth(true), "{\"type\":\"boolean\",\"value\":true}"),
        Arguments.of(new Value.Truth(false), "{\"type\":\"boolean\",\"value\":false}"),
        Arguments.of(new Value.Span("P1Y6M"), "{\"type\":\"duration\",\"duration\":\"P1Y6M\"}"),
        Arguments.of(
            new Value.Link("https://example.org/a"),
            "{\"type\":\"uri\",\"uri\":\"https://example.org/a\"}"),
        Arguments.of(
            new Value.Point(40.4, -49.85),
            "{\"type\":\"point\",\"latitude\":40.4,\"longitude\":-49.85}"),
        Arguments.of(
            new Value.Point(0, 0), "{\"type\":\"point\",\"latitude\":0.0,\"longitude\":0.0}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsWrittenAndReadInOneForm(Value value, String json) {
    assertThat(ArchiveJson.mapper().writeValueAsString(value)).isEqualTo(json);
    assertThat(ArchiveJson.mapper().readValue(json, Value.class)).isEqualTo(value);
  }

  @Test
  void noKindIsForgotten() {
    assertThat(values().map(arguments -> arguments.get()[0].getClass().getName()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Value.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  @Test
  void leavesOutWhatIsNotThere() {
    String json =
        "{\"id\":\"letter\",\"description\":{\"title\":\"A letter\",\"creators\":[],"
            + "\"languages\":[],\"level\":\"item\",\"access\":\"open\"}}";

    ArchiveEvent event = ArchiveJson.read(EventType.SOURCE_DEPOSITED, json);

    assertThat(event)
        .isInstanceOfSatisfying(
            SourceDeposited.class, deposited -> assertThat(deposited.transcription()).isNull());
    assertThat(ArchiveJson.write(event)).isEqualTo(json);
  }
}
