package org.defter.query.projection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.defter.core.event.CloudEventAttributes;
import org.defter.core.event.RecordedEvent;
import org.defter.readmodel.projection.PublishedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of the topic: CloudEvents 1.0 in the binary mode of the Kafka binding
 * (sections 3.2.1 to 3.2.3), keyed by the aggregate.
 */
final class EventMessage {

  private EventMessage() {}

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException when it is not one of the archive's events, saying why
   * @throws tools.jackson.core.JacksonException when its data is not the JSON of such an event
   */
  static PublishedEvent read(ConsumerRecord<String, byte[]> message) {
    Map<String, String> attributes = attributes(message);
    String data = text("value", message.value());
    RecordedEvent recorded = CloudEventAttributes.read(attributes, data);
    String aggregate = recorded.event().id().qualified();
    if (!aggregate.equals(message.key())) {
      // Another key could mean another partition, and so an event out of its order.
      throw new IllegalArgumentException(
          "the message's key is '%s', but its event is of '%s'"
              .formatted(message.key(), aggregate));
    }
    return new PublishedEvent(recorded, position(attributes), data);
  }

  /** The event's id, as far as the message says it. */
  static @Nullable String eventId(ConsumerRecord<String, byte[]> message) {
    Header header = message.headers().lastHeader(CloudEventAttributes.HEADER_PREFIX + "id");
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> attributes(ConsumerRecord<String, byte[]> message) {
    Map<String, String> attributes = new HashMap<>();
    for (Header header : message.headers()) {
      if (header.key().startsWith(CloudEventAttributes.HEADER_PREFIX)) {
        String name = header.key().substring(CloudEventAttributes.HEADER_PREFIX.length());
        attributes.put(name, text("header " + header.key(), header.value()));
      }
    }
    return attributes;
  }

  private static long position(Map<String, String> attributes) {
    String position = attributes.get(CloudEventAttributes.POSITION);
    if (position == null) {
      throw new IllegalArgumentException("the CloudEvents attribute 'position' is missing");
    }
    return Long.parseLong(position);
  }

  private static String text(String part, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new IllegalArgumentException("the message's " + part + " is missing");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("the message's " + part + " is not UTF-8", malformed);
    }
  }
}
