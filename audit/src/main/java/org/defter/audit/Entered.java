package org.defter.audit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the log as the archive tells it.
 *
 * @param index from 0
 * @param name which event it is, for people
 * @param position where the store put it; not dense
 * @param event the canonical JSON of what the store holds of it now; null when that is gone
 */
public record Entered(long index, String name, long position, @Nullable String event) {

  private static final String EVENT = ",\"event\":";

  /** Reads a line of {@code /log/entries}. */
  public static Entered parse(String line) {
    // The event is hashed as it came: reading and writing it could hide a difference.
    int event = line.indexOf(EVENT);
    JsonNode entered =
        JsonMapper.shared().readTree(event < 0 ? line : line.substring(0, event) + "}");
    return new Entered(
        entered.path("index").asLong(),
        name(
            entered.path("about").asString(),
            entered.path("version").asLong(),
            entered.path("id").asString()),
        entered.path("position").asLong(),
        event < 0 ? null : line.substring(event + EVENT.length(), line.length() - 1));
  }

  /**
   * Which event it is, for people.
   *
   * @param version from 1
   */
  static String name(String about, long version, String eventId) {
    return "%s, version %d (event %s)".formatted(about, version, eventId);
  }
}
