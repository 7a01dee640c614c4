package org.defter.query.memento;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.defter.core.detail.Detail;
import org.defter.query.problem.ProblemException;

/** Dates as HTTP writes them (RFC 9110, section 5.6.7, IMF-fixdate): in whole seconds, GMT. */
final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC)
          .withResolverStyle(ResolverStyle.STRICT);

  private HttpDate() {}

  /** The second in which it was. */
  static String of(Instant instant) {
    return FORMAT.format(instant);
  }

  /**
   * The end of the second that is named, so that what was recorded within it is known.
   *
   * @throws ProblemException (400) naming the header
   */
  static Instant endOf(String header, String text) {
    try {
      return FORMAT.parse(text.strip(), Instant::from).plusMillis(999);
    } catch (DateTimeException malformed) {
      throw ProblemException.invalid(
          header, Detail.of("query.time.no-http-date", text, of(Instant.EPOCH)));
    }
  }
}
