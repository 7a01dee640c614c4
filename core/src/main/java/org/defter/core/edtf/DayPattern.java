package org.defter.core.edtf;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds the first and last real day among those a year, month and day with open digits can be. At
 * most 10,000 years of 12 months of 31 days are looked at, and far fewer when there is such a day
 * in an ordinary year.
 */
final class DayPattern {
  private final Calendar calendar;
  private final YearPattern year;
  private final int[] months;
  private final int[] days;

  DayPattern(Calendar calendar, YearPattern year, DigitPattern month, DigitPattern day) {
    this.calendar = calendar;
    this.year = year;
    this.months = month.valuesUpTo(12);
    this.days = day.valuesUpTo(31);
  }

  Optional<LocalDate> first() {
    return year.years().mapToObj(this::firstOf).flatMap(Optional::stream).findFirst();
  }

  Optional<LocalDate> last() {
    return year.yearsDown().mapToObj(this::lastOf).flatMap(Optional::stream).findFirst();
  }

  private Optional<LocalDate> firstOf(int year) {
    for (int month : months) {
      int length = calendar.lengthOfMonth(year, month);
      if (days[0] <= length) {
        return Optional.of(calendar.day(year, month, days[0]));
      }
    }
    return Optional.empty();
  }

  private Optional<LocalDate> lastOf(int year) {
    for (int m = months.length - 1; m >= 0; m--) {
      int length = calendar.lengthOfMonth(year, months[m]);
      for (int d = days.length - 1; d >= 0; d--) {
        if (days[d] <= length) {
          return Optional.of(calendar.day(year, months[m], days[d]));
        }
      }
    }
    return Optional.empty();
  }
}
