package org.defter.core.event;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.defter.core.id.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a published event: CloudEvents 1.0 context attributes and our extensions, as
 * text. The event itself is the data, in JSON. The Kafka binding writes each attribute as a header
 * {@code ce_<name>} in UTF-8.
 *
 * <p>Extensions: {@code version} (of the aggregate after the event, from 1), {@code position} (in
 * the store; not dense), {@code actorid}, {@code actorname}, {@code actorrole}, the same three
 * beginning with {@code onbehalfof}, {@code commandid}, {@code correlationid}, {@code causationid}.
 */
public final class CloudEventAttributes {

  /** The topic every event is published on, keyed by {@code subject}. */
  public static final String TOPIC = "archive.events";

  /**
   * What stands before an attribute's name in a Kafka header (CloudEvents Kafka binding, section
   * 3.2.3).
   */
  public static final String HEADER_PREFIX = "ce_";

  /** The position of the event in the store. */
  public static final String POSITION = "position";

  private static final String SOURCE = "urn:defter:archive";

  private CloudEventAttributes() {}

  /** The attributes of an event, in a fixed order. */
  public static Map<String, String> of(RecordedEvent recorded, long position) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", recorded.eventId());
    attributes.put("type", recorded.event().type().typeName());
    attributes.put("source", SOURCE);
    attributes.put("subject", recorded.event().id().qualified());
    attributes.put("time", recorded.recordTime().toString());
    attributes.put("version", Long.toString(recorded.version()));
    attributes.put(POSITION, Long.toString(position));
    Origin origin = recorded.origin();
    putActor(attributes, "actor", origin.actor());
    if (origin.onBehalfOf() != null) {
      putActor(attributes, "onbehalfof", origin.onBehalfOf());
    }
    attributes.put("commandid", origin.commandId());
    attributes.put("correlationid", origin.correlationId());
    attributes.put("causationid", origin.causationId());
    return attributes;
  }

  /**
   * Reads an event back.
   *
   * @param attributes as made by {@link #of}; others are passed over
   * @param data the event in JSON
   * @throws IllegalArgumentException when an attribute is missing or malformed, or the type is not
   *     known
   * @throws tools.jackson.core.JacksonException when the data is not such an event
   */
  public static RecordedEvent read(Map<String, String> attributes, String data) {
    EventType type = EventType.named(required(attributes, "type"));
    return new RecordedEvent(
        required(attributes, "id"),
        parsed(attributes, "version", Long::parseLong),
        parsed(attributes, "time", Instant::parse),
        new Origin(
            actor(attributes, "actor"),
            attributes.containsKey("onbehalfofid") ? actor(attributes, "onbehalfof") : null,
            required(attributes, "commandid"),
            required(attributes, "correlationid"),
            required(attributes, "causationid")),
        ArchiveJson.read(type, data));
  }

  private static void putActor(Map<String, String> attributes, String prefix, Actor actor) {
    attributes.put(prefix + "id", actor.id());
    if (actor.name() != null) {
      attributes.put(prefix + "name", actor.name());
    }
    attributes.put(prefix + "role", actor.role());
  }

  private static Actor actor(Map<String, String> attributes, String prefix) {
    return new Actor(
        required(attributes, prefix + "id"),
        attributes.get(prefix + "name"),
        required(attributes, prefix + "role"));
  }

  private static <T> T parsed(
      Map<String, String> attributes, String name, Function<String, T> parser) {
    String text = required(attributes, name);
    try {
      return parser.apply(text);
    } catch (NumberFormatException | DateTimeParseException malformed) {
      throw new IllegalArgumentException(
          "the CloudEvents attribute '" + name + "' is malformed: '" + text + "'", malformed);
    }
  }

  private static String required(Map<String, String> attributes, String name) {
    @Nullable String value = attributes.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the CloudEvents attribute '" + name + "' is missing");
    }
    return value;
  }
}
