package org.defter.query.request;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.DayRange;
import org.defter.core.edtf.Edtf;
import org.defter.core.edtf.EdtfException;
import org.defter.query.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The query parameters of a request. Each method names the parameter it refuses.
 *
 * @param values every parameter with all its values
 */
public record Parameters(MultiValueMap<String, String> values) {

  /** Parameters that every read takes, whatever else it takes. */
  private static final Set<String> EVERYWHERE = Set.of("after", "wait");

  private static final int TEXT_LIMIT = 1000;
  private static final int VALUES_LIMIT = 100;

  /** The parameters of a request. */
  public static Parameters of(HttpServletRequest request) {
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    request.getParameterMap().forEach((name, all) -> values.addAll(name, List.of(all)));
    return new Parameters(values);
  }

  /**
   * Refuses what is not known: a filter that is misspelt must not be passed over in silence.
   *
   * @throws ProblemException naming the first parameter that is not among them
   */
  public Parameters allowing(Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name) && !EVERYWHERE.contains(name)) {
        throw ProblemException.invalid(
            name, Detail.of("query.parameter.unknown", String.join(", ", known)));
      }
    }
    return this;
  }

  /** The parameters but for these. */
  public Parameters without(Set<String> names) {
    MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(values);
    names.forEach(rest::remove);
    return new Parameters(rest);
  }

  /** The one value; null when it is not given or empty. */
  public @Nullable String text(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw ProblemException.invalid(name, Detail.of("query.parameter.repeated"));
    }
    return given.isEmpty() || given.getFirst() == null || given.getFirst().isBlank()
        ? null
        : checked(name, given.getFirst().strip());
  }

  /** All values, empty ones left out. */
  public List<String> texts(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > VALUES_LIMIT) {
      throw ProblemException.invalid(
          name, Detail.of("query.parameter.too-many", given.size(), VALUES_LIMIT));
    }
    return given.stream()
        .filter(value -> value != null && !value.isBlank())
        .map(value -> checked(name, value.strip()))
        .toList();
  }

  private static String checked(String name, String value) {
    if (value.length() > TEXT_LIMIT) {
      throw ProblemException.invalid(
          name, Detail.of("query.parameter.too-long", value.length(), TEXT_LIMIT));
    }
    if (value.codePoints().anyMatch(Parameters::isUnreadable)) {
      throw ProblemException.invalid(name, Detail.of("query.parameter.unreadable"));
    }
    return value;
  }

  private static boolean isUnreadable(int codePoint) {
    return Character.isISOControl(codePoint)
        || codePoint == 0xFFFD
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** A whole number. */
  public int number(String name, int fallback, int least, int most) {
    String text = text(name);
    if (text == null) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw outside(name, text, least, most);
    }
    throw outside(name, text, least, most);
  }

  private static ProblemException outside(String name, String text, int least, int most) {
    return ProblemException.invalid(
        name, Detail.of("query.parameter.no-number", text, least, most));
  }

  /** One of these words. */
  public <T> T choice(String name, Map<String, T> choices, T fallback) {
    String text = text(name);
    if (text == null) {
      return fallback;
    }
    T chosen = choices.get(text);
    if (chosen == null) {
      throw ProblemException.invalid(
          name, Detail.of("query.parameter.no-word", text, String.join(", ", choices.keySet())));
    }
    return chosen;
  }

  /** Words of a vocabulary. */
  public List<String> words(String name, Set<String> vocabulary) {
    List<String> given = texts(name);
    for (String word : given) {
      if (!vocabulary.contains(word)) {
        throw ProblemException.invalid(
            name, Detail.of("query.parameter.no-word", word, String.join(", ", vocabulary)));
      }
    }
    return given;
  }

  /** An instant (ISO 8601 with an offset); a date means the end of that day, UTC. */
  public @Nullable Instant endOf(String name) {
    return instant(name, true);
  }

  /** An instant (ISO 8601 with an offset); a date means the beginning of that day, UTC. */
  public @Nullable Instant beginningOf(String name) {
    return instant(name, false);
  }

  private @Nullable Instant instant(String name, boolean endOfDay) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      if (text.indexOf('T') >= 0) {
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        checkRecordYear(name, time.getYear());
        return time.toInstant();
      }
      LocalDate day = LocalDate.parse(text);
      checkRecordYear(name, day.getYear());
      return endOfDay
          ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1)
          : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException malformed) {
      throw ProblemException.invalid(name, Detail.of("query.time.no-instant", text));
    }
  }

  /** Record time is written with years of four digits. */
  private static void checkRecordYear(String name, int year) {
    if (year < 1 || year > 9998) {
      throw ProblemException.invalid(name, Detail.of("query.time.year"));
    }
  }

  /** A date in EDTF. */
  public @Nullable Edtf edtf(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return Edtf.parse(text);
    } catch (EdtfException notEdtf) {
      throw ProblemException.invalid(name, notEdtf.detail());
    }
  }

  /**
   * The days that {@code validAt}, or {@code validFrom} and {@code validTo}, ask about; null when
   * none of them is given.
   */
  public @Nullable DayRange validDays() {
    Edtf at = edtf("validAt");
    Edtf from = edtf("validFrom");
    Edtf to = edtf("validTo");
    if (at == null && from == null && to == null) {
      return null;
    }
    if (at != null && (from != null || to != null)) {
      throw ProblemException.invalid("validAt", Detail.of("query.time.valid-twice"));
    }
    LocalDate first = at != null ? at.earliest() : from == null ? null : from.earliest();
    LocalDate last = at != null ? at.latest() : to == null ? null : to.latest();
    if (first != null && last != null && first.isAfter(last)) {
      throw ProblemException.invalid("validTo", Detail.of("query.time.backwards"));
    }
    return new DayRange(first, last);
  }

  /** A length of time: ISO 8601 ({@code PT5S}) or seconds ({@code 5}, {@code 0.5}). */
  public Duration duration(String name, Duration fallback, Duration most) {
    String text = text(name);
    if (text == null) {
      return fallback;
    }
    Duration given = readDuration(name, text);
    if (given.isNegative() || given.compareTo(most) > 0) {
      throw ProblemException.invalid(name, Detail.of("query.time.too-long", most.toSeconds()));
    }
    return given;
  }

  private static Duration readDuration(String name, String text) {
    try {
      return text.startsWith("P")
          ? Duration.parse(text)
          : Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException malformed) {
      throw ProblemException.invalid(name, Detail.of("query.time.no-length", text));
    }
  }
}
