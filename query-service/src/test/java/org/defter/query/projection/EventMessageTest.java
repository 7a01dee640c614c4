package org.defter.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.CloudEventAttributes;
import org.defter.core.event.EventType;
import org.defter.core.event.RecordedEvent;
import org.defter.readmodel.projection.PublishedEvent;
import org.defter.readmodel.projection.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class EventMessageTest {

  private final RecordedEvent recorded =
      Samples.recorded(2, Samples.event(EventType.FACT_CORRECTED));
  private final String json = ArchiveJson.write(recorded.event());

  @Test
  void readsWhatThePublisherWrites() {
    assertThat(EventMessage.read(message("fact/F1", json.getBytes(UTF_8))))
        .isEqualTo(new PublishedEvent(recorded, 42, json));
  }

  @Test
  void refusesAnotherKey() {
    assertThatThrownBy(() -> EventMessage.read(message("fact/F2", json.getBytes(UTF_8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the message's key is 'fact/F2', but its event is of 'fact/F1'");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThatThrownBy(() -> EventMessage.read(message("fact/F1", new byte[] {'"', (byte) 0xC3})))
        .hasMessage("the message's value is not UTF-8");
  }

  @Test
  void refusesAMessageWithoutAValue() {
    assertThatThrownBy(() -> EventMessage.read(message("fact/F1", null)))
        .hasMessage("the message's value is missing");
  }

  @Test
  void refusesJsonOfSomethingElse() {
    assertThatThrownBy(() -> EventMessage.read(message("fact/F1", "{}".getBytes(UTF_8))))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesATypeOfANewerVersion() {
    var message = message("fact/F1", json.getBytes(UTF_8));
    message.headers().add("ce_type", "archive.fact.recorded.v9".getBytes(UTF_8));

    assertThatThrownBy(() -> EventMessage.read(message))
        .hasMessageContaining("'archive.fact.recorded.v9' is not known to this version");
  }

  @Test
  void refusesAMissingPosition() {
    var message = message("fact/F1", json.getBytes(UTF_8));
    message.headers().remove("ce_position");

    assertThatThrownBy(() -> EventMessage.read(message))
        .hasMessage("the CloudEvents attribute 'position' is missing");
  }

  @SuppressWarnings("NullAway") // Kafka, too, hands over messages without a value
  private ConsumerRecord<String, byte[]> message(
      String key, byte @org.jspecify.annotations.Nullable [] value) {
    var message = new ConsumerRecord<>(CloudEventAttributes.TOPIC, 0, 7, key, value);
    CloudEventAttributes.of(recorded, 42)
        .forEach((name, text) -> message.headers().add("ce_" + name, text.getBytes(UTF_8)));
    return message;
  }
}
