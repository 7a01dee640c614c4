package org.defter.core.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.event.Origin;
import org.defter.core.event.RecordedEvent;
import org.defter.core.event.UnfitJson;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One event as the store holds it, which is one entry of the log. The names are those of the
 * store's columns; {@code payload} and {@code metaData} are JSON objects.
 *
 * <p>{@link #canonical} is a stored form: it never changes, for the log's hashes are over it.
 *
 * @param aggregateIdentifier what it happened to, for example {@code fact/S012}
 * @param sequenceNumber which event of that it is, from 0
 * @param eventIdentifier unique for ever
 * @param timeStamp record time, in the very characters the store has
 * @param payloadType the name of the kind of event, for example {@code archive.fact.recorded.v1}
 * @param payloadRevision null where the store has none
 * @param payload the event, JSON text of an object
 * @param metaData who did it and what led to it, JSON text of an object
 */
public record LoggedEvent(
    String aggregateIdentifier,
    long sequenceNumber,
    String eventIdentifier,
    String timeStamp,
    String payloadType,
    @Nullable String payloadRevision,
    String payload,
    String metaData) {

  /** The largest whole number every JSON reader keeps (RFC 8785, section 3.2.2.3). */
  private static final long LARGEST = (1L << 53) - 1;

  /**
   * @throws InvalidValue when the sequence number is below 0 or no JSON reader could keep it
   */
  public LoggedEvent {
    if (sequenceNumber < 0 || sequenceNumber > LARGEST) {
      throw new InvalidValue("sequenceNumber", sequenceNumber + " counts no event");
    }
  }

  /**
   * The entry of the log: one JSON object in the form of RFC 8785.
   *
   * @throws InvalidValue when that form would lose something the store holds
   */
  public byte[] canonical() {
    StringBuilder entry = new StringBuilder(payload.length() + metaData.length() + 300);
    member('{', "aggregateIdentifier", aggregateIdentifier, entry);
    member(',', "eventIdentifier", eventIdentifier, entry);
    entry.append(",\"metaData\":").append(object("metaData", metaData));
    entry.append(",\"payload\":").append(object("payload", payload));
    member(',', "payloadRevision", payloadRevision, entry);
    member(',', "payloadType", payloadType, entry);
    entry.append(",\"sequenceNumber\":").append(sequenceNumber);
    member(',', "timeStamp", timeStamp, entry);
    return entry.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The hash of the leaf.
   *
   * @throws InvalidValue as {@link #canonical} does
   */
  public Hash leaf() {
    return MerkleTree.leaf(canonical());
  }

  /**
   * Reads an entry of the log.
   *
   * @throws InvalidValue when the bytes are not what {@link #canonical} writes
   */
  public static LoggedEvent parse(byte[] entry) {
    LoggedEvent event = read(Notation.text("event", entry));
    if (!Arrays.equals(event.canonical(), entry)) {
      throw new InvalidValue("event", "is not written as an entry of the log is");
    }
    return event;
  }

  /**
   * Reads an entry whose hash is looked at by others: in any form of its JSON.
   *
   * @throws InvalidValue when it is no entry of the log
   */
  public static LoggedEvent read(String entry) {
    try {
      return ArchiveJson.mapper().readValue(entry, Columns.class).event();
    } catch (JacksonException unfit) {
      throw new InvalidValue("event", "is no entry of the log: " + UnfitJson.of(unfit).detail());
    }
  }

  /**
   * What is recorded in it.
   *
   * @throws IllegalArgumentException when its kind is not known
   * @throws JacksonException when it is not written as an event of its kind is
   */
  public RecordedEvent recorded() {
    JsonNode origin = ArchiveJson.mapper().readTree(metaData).required("origin");
    return new RecordedEvent(
        eventIdentifier,
        sequenceNumber + 1,
        Instant.parse(timeStamp),
        ArchiveJson.mapper().treeToValue(origin, Origin.class),
        ArchiveJson.read(EventType.named(payloadType), payload));
  }

  private record Columns(
      String aggregateIdentifier,
      long sequenceNumber,
      String eventIdentifier,
      String timeStamp,
      String payloadType,
      @Nullable String payloadRevision,
      JsonNode payload,
      JsonNode metaData) {

    LoggedEvent event() {
      return new LoggedEvent(
          aggregateIdentifier,
          sequenceNumber,
          eventIdentifier,
          timeStamp,
          payloadType,
          payloadRevision,
          payload.toString(),
          metaData.toString());
    }
  }

  private static void member(char before, String name, @Nullable String text, StringBuilder entry) {
    entry.append(before).append('"').append(name).append("\":");
    if (text == null) {
      entry.append("null");
    } else {
      CanonicalJson.writeString(text, entry);
    }
  }

  private String object(String column, String json) {
    String canonical;
    try {
      canonical = CanonicalJson.of(json);
    } catch (InvalidValue refused) {
      throw new InvalidValue(
          column, "the " + column + " of event " + eventIdentifier + " " + refused.detail());
    }
    if (canonical.charAt(0) != '{') {
      throw new InvalidValue(
          column, "the " + column + " of event " + eventIdentifier + " is no JSON object");
    }
    return canonical;
  }
}
