package org.defter.core.edtf;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * The calendar a date is written in. Either is carried on before it was introduced, and counts
 * years as EDTF does, without a gap: 0000 is 1 BC, -0001 is 2 BC.
 */
public enum Calendar {
  GREGORIAN,
  JULIAN;

  private static final int DAYS_OF_A_YEAR = 365;

  /** From 1 March of the Julian year 0 to 1 January 1970, Gregorian. */
  private static final long DAYS_UP_TO_1970 = 719_470;

  /**
   * A day of this calendar as the day of the Gregorian one that it is. Beyond the years that {@link
   * LocalDate} counts, ±999,999,999, it is the last one counted.
   */
  LocalDate day(long year, int month, int day) {
    if (year < Year.MIN_VALUE) {
      return LocalDate.MIN;
    }
    if (year > Year.MAX_VALUE) {
      return LocalDate.MAX;
    }
    return switch (this) {
      case GREGORIAN -> LocalDate.of((int) year, month, day);
      case JULIAN ->
          LocalDate.ofEpochDay(
              Math.clamp(
                  julianEpochDay(year, month, day),
                  LocalDate.MIN.toEpochDay(),
                  LocalDate.MAX.toEpochDay()));
    };
  }

  LocalDate lastDayOf(long year, int month) {
    return day(year, month, lengthOfMonth(year, month));
  }

  int lengthOfMonth(long year, int month) {
    return switch (this) {
      case GREGORIAN -> YearMonth.of((int) year, month).lengthOfMonth();
      case JULIAN ->
          month == 2 && Math.floorMod(year, 4) == 0 ? 29 : YearMonth.of(1, month).lengthOfMonth();
    };
  }

  /**
   * Years are counted from March, so that the leap day is the last day of its year; the months from
   * March on then have 31, 30, 31, 30, 31 days again and again, 153 in five.
   */
  private static long julianEpochDay(long year, int month, int day) {
    long marchYear = month < 3 ? year - 1 : year;
    int monthsSinceMarch = Math.floorMod(month - 3, 12);
    long days = DAYS_OF_A_YEAR * marchYear + Math.floorDiv(marchYear, 4);
    return days + (153 * monthsSinceMarch + 2) / 5 + day - 1 - DAYS_UP_TO_1970;
  }
}
