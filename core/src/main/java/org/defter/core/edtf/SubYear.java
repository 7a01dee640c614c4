package org.defter.core.edtf;

import java.time.LocalDate;

/**
 * A part of a year by its code, a sub-year grouping of ISO 8601-2:2019: whole months, from one of
 * the year that is written. A season that begins in December ends in the next year.
 */
record SubYear(int firstMonth, int months) {
  static final int FIRST_CODE = 21;
  static final int LAST_CODE = 41;

  static boolean isCode(int number) {
    return number >= FIRST_CODE && number <= LAST_CODE;
  }

  static SubYear of(int code) {
    return switch (code) {
      case 21, 25, 31 -> new SubYear(3, 3); // spring in the north, autumn in the south
      case 22, 26, 32 -> new SubYear(6, 3);
      case 23, 27, 29 -> new SubYear(9, 3);
      case 24, 28, 30 -> new SubYear(12, 3);
      case 33, 34, 35, 36 -> new SubYear(1 + 3 * (code - 33), 3);
      case 37, 38, 39 -> new SubYear(1 + 4 * (code - 37), 4);
      case 40, 41 -> new SubYear(1 + 6 * (code - 40), 6);
      default -> throw new IllegalArgumentException("no part of a year has the code " + code);
    };
  }

  LocalDate firstDay(Calendar calendar, int year) {
    return calendar.day(year, firstMonth, 1);
  }

  LocalDate lastDay(Calendar calendar, int year) {
    int monthsSinceJanuary = firstMonth - 1 + months - 1;
    return calendar.lastDayOf(year + monthsSinceJanuary / 12, 1 + monthsSinceJanuary % 12);
  }
}
