package org.defter.ingest.imports;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.edtf.EdtfException;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;

/** How the text of one cell becomes a value of the archive. */
final class Cells {

  private static final Pattern TAGGED =
      Pattern.compile("(?s)(.*\\S)@([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)");
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,9}) (year|month|week|day|hour|minute|second)s?");
  private static final Map<String, String> UNITS =
      Map.of(
          "year", "P%sY",
          "month", "P%sM",
          "week", "P%sW",
          "day", "P%sD",
          "hour", "PT%sH",
          "minute", "PT%sM",
          "second", "PT%sS");

  private Cells() {}

  /**
   * Reads a cell of which the archive's own types say whether it makes sense.
   *
   * @throws BadCell naming the column, with their reason
   */
  static <T> T read(String column, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (InvalidValue nonsense) {
      throw new BadCell(column, nonsense.detail());
    } catch (EdtfException noDate) {
      throw new BadCell(column, noDate.detail());
    }
  }

  /** Text, with {@code @} and a language tag at its end; without one the language is not known. */
  static Value.Text text(String written) {
    Matcher tagged = TAGGED.matcher(written);
    return tagged.matches()
        ? new Value.Text(tagged.group(1), new LanguageTag(tagged.group(2)))
        : new Value.Text(written, LanguageTag.UNDETERMINED);
  }

  static Value.Date date(String written) {
    return new Value.Date(Edtf.parse(written));
  }

  static Value.Truth truth(String written) {
    return switch (written) {
      case "true" -> new Value.Truth(true);
      case "false" -> new Value.Truth(false);
      default -> throw new InvalidValue("value", Detail.of("ingest.row.not-a-truth", written));
    };
  }

  /** A duration in words ({@code 3 years}) or in ISO 8601 ({@code P3Y}). */
  static Value.Span span(String written) {
    Matcher words = SPAN.matcher(written);
    if (!words.matches()) {
      return new Value.Span(written);
    }
    String unit = UNITS.getOrDefault(words.group(2), "");
    return new Value.Span(unit.formatted(words.group(1)));
  }

  static Quantity approximate(Quantity exact) {
    return new Quantity(exact.amount(), exact.unit(), true);
  }

  static Integer paragraph(String written) {
    if (!written.matches("[1-9]\\d{0,8}")) {
      throw new InvalidValue("paragraph", Detail.of("ingest.row.not-a-paragraph", written));
    }
    return Integer.valueOf(written);
  }

  static String line(String column, String text) {
    return read(column, text, given -> PlainText.line(column, given));
  }
}
