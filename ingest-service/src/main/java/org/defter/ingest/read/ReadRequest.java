package org.defter.ingest.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Which reads are asked for.
 *
 * @param sources of these; empty for all
 * @param actors by these; empty for anybody
 * @param from record time, included; null from the beginning
 * @param to record time, included; null to the end
 * @param before with a smaller number; null for the newest
 * @param size how many to a page
 */
record ReadRequest(
    List<String> sources,
    List<String> actors,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Long before,
    int size) {

  private static final Set<String> KNOWN =
      Set.of("source", "actor", "from", "to", "cursor", "size", "format");
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  /**
   * Reads the parameters of a request.
   *
   * @throws InvalidValue naming the first that is unknown or makes no sense
   */
  static ReadRequest of(Map<String, String[]> given) {
    // A filter that is misspelt must not be passed over in silence.
    for (String name : given.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new InvalidValue(
            name, Detail.of("ingest.request.unknown-parameter", String.join(", ", KNOWN)));
      }
    }
    Long size = number(given, "size", LARGEST_PAGE);
    return new ReadRequest(
        all(given, "source"),
        all(given, "actor"),
        instant(given, "from", false),
        instant(given, "to", true),
        number(given, "cursor", Long.MAX_VALUE),
        size == null ? PAGE : size.intValue());
  }

  /** The same, going on after a read. */
  ReadRequest after(SourceRead last) {
    return new ReadRequest(sources, actors, from, to, last.number(), size);
  }

  /** The same, in pages of another size. */
  ReadRequest sized(int size) {
    return new ReadRequest(sources, actors, from, to, before, size);
  }

  private static List<String> all(Map<String, String[]> given, String name) {
    return Arrays.stream(given.getOrDefault(name, new String[0]))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  static @Nullable String one(Map<String, String[]> given, String name) {
    List<String> all = all(given, name);
    if (all.size() > 1) {
      throw new InvalidValue(name, Detail.of("ingest.request.repeated"));
    }
    return all.isEmpty() ? null : all.getFirst();
  }

  private static @Nullable Long number(Map<String, String[]> given, String name, long most) {
    String text = one(given, name);
    if (text == null) {
      return null;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw outside(name, text, most);
    }
    throw outside(name, text, most);
  }

  private static InvalidValue outside(String name, String text, long most) {
    return new InvalidValue(name, Detail.of("ingest.request.no-number", text, most));
  }

  /** An instant with an offset; or a date, which means its beginning or its end, UTC. */
  private static @Nullable Instant instant(
      Map<String, String[]> given, String name, boolean endOfDay) {
    String text = one(given, name);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime time =
          text.indexOf('T') >= 0
              ? OffsetDateTime.parse(text)
              : LocalDate.parse(text)
                  .plusDays(endOfDay ? 1 : 0)
                  .atStartOfDay()
                  .atOffset(ZoneOffset.UTC)
                  .minusNanos(endOfDay ? 1_000_000 : 0);
      if (time.getYear() >= 1 && time.getYear() <= 9998) {
        return time.toInstant();
      }
    } catch (DateTimeException malformed) {
      throw new InvalidValue(name, Detail.of("ingest.request.no-instant", text));
    }
    throw new InvalidValue(name, Detail.of("ingest.request.year"));
  }
}
