package org.defter.core.value;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.regex.Pattern;

/** One text for all the ways to write one value. */
public final class Canonical {

  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private Canonical() {}

  /**
   * The value's text: the same for {@code 57}, {@code 57.0} and "about 57"; for words in Unicode
   * composed (NFC) and not, in whatever language; for {@code P1Y} and {@code P12M}. Dates are the
   * same when written the same. Only to compare; its form may change.
   */
  public static String of(Value value) {
    return switch (value) {
      case Value.Text text -> words(text.text());
      case Value.SubjectReference reference -> reference.subject().value();
      case Value.Date date -> date.edtf().text();
      case Quantity quantity -> amount(quantity) + ' ' + unit(quantity);
      case Value.Truth truth -> Boolean.toString(truth.value());
      case Value.Span span -> length(span.duration());
      case Value.Link link -> link.uri();
      case Value.Point point -> point.latitude() + "," + point.longitude();
    };
  }

  /** The unit; empty for a bare count. */
  static String unit(Quantity quantity) {
    return quantity.unit() == null ? "" : words(quantity.unit());
  }

  private static String words(String text) {
    return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  private static String amount(Quantity quantity) {
    BigDecimal amount = quantity.decimal().stripTrailingZeros();
    return amount.signum() == 0 ? "0" : amount.toString();
  }

  /** Months in years, weeks in days, hours in seconds; a day is no fixed number of hours. */
  private static String length(String duration) {
    int time = duration.indexOf('T');
    try {
      Period days =
          time == 1 ? Period.ZERO : Period.parse(time < 0 ? duration : duration.substring(0, time));
      Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + duration.substring(time));
      return days.normalized() + " " + hours;
    } catch (DateTimeException | ArithmeticException tooLong) {
      return duration;
    }
  }
}
