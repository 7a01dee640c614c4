package org.defter.query.search;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Stretches of time of one length that cover some days: days, months, years, or tens, hundreds,
 * thousands... of years, whichever is the shortest of which a few dozen are enough.
 *
 * @param interval what each is: {@code day}, {@code month}, {@code year}, {@code 10 years}...
 * @param spans one after the other, without gaps
 */
record Spans(String interval, List<Span> spans) {

  private static final int MOST = 60;

  Spans {
    spans = List.copyOf(spans);
  }

  /**
   * A stretch of time, both ends included.
   *
   * @param label as short as it can be written: {@code 1994-07-01}, {@code 1994-07}, {@code 1994},
   *     {@code 1990/1999}
   */
  record Span(String label, LocalDate from, LocalDate to) {}

  /** The stretches from the one that holds the first day to the one that holds the last. */
  static Spans covering(LocalDate first, LocalDate last) {
    if (ChronoUnit.DAYS.between(first, last) < MOST) {
      return new Spans("day", days(first, last));
    }
    if (ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last) < MOST) {
      return new Spans("month", months(first, last));
    }
    int years = 1;
    while (Math.floorDiv(last.getYear(), years) - Math.floorDiv(first.getYear(), years) >= MOST) {
      years *= 10;
    }
    return new Spans(
        years == 1 ? "year" : String.format(Locale.ROOT, "%d years", years),
        years(first, last, years));
  }

  private static List<Span> days(LocalDate first, LocalDate last) {
    return from(first, last, day -> day.plusDays(1)).stream()
        .map(day -> new Span(day.toString(), day, day))
        .toList();
  }

  private static List<Span> months(LocalDate first, LocalDate last) {
    return from(first.withDayOfMonth(1), last, day -> day.plusMonths(1)).stream()
        .map(day -> new Span(withoutEnd(day, 3), day, day.plusMonths(1).minusDays(1)))
        .toList();
  }

  private static List<Span> years(LocalDate first, LocalDate last, int length) {
    LocalDate begin = LocalDate.of(Math.floorDiv(first.getYear(), length) * length, 1, 1);
    return from(begin, last, day -> day.plusYears(length)).stream()
        .map(day -> years(day, day.plusYears(length).minusDays(1)))
        .toList();
  }

  private static Span years(LocalDate from, LocalDate to) {
    String begin = withoutEnd(from, 6);
    String end = withoutEnd(to, 6);
    return new Span(begin.equals(end) ? begin : begin + "/" + end, from, to);
  }

  private static List<LocalDate> from(
      LocalDate begin, LocalDate last, UnaryOperator<LocalDate> next) {
    List<LocalDate> begins = new ArrayList<>();
    for (LocalDate day = begin; !day.isAfter(last); day = next.apply(day)) {
      begins.add(day);
    }
    return begins;
  }

  private static String withoutEnd(LocalDate day, int characters) {
    String text = day.toString();
    return text.substring(0, text.length() - characters);
  }
}
