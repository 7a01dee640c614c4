package org.defter.query.date;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One date as far as its words have been read. */
final class TypedDate {

  private static final int LAST_DAY = 31;

  private int year;
  private int month;
  private int day;
  private boolean decade;
  private boolean about;
  private boolean possibly;
  private boolean unreadable;

  boolean isEmpty() {
    return year == 0 && month == 0 && day == 0;
  }

  void take(TypedWord word) {
    switch (word.kind()) {
      case ABOUT -> about = true;
      case POSSIBLY -> possibly = true;
      case MONTH -> {
        unreadable |= month > 0;
        month = word.number();
      }
      case DECADE -> {
        decade |= year % 10 == 0;
        unreadable |= year == 0;
      }
      case NUMBER -> number(word.number());
      case FROM, TO, DASH -> throw new IllegalArgumentException(word + " divides dates");
    }
  }

  private void number(int number) {
    if (number > LAST_DAY) {
      unreadable |= year > 0;
      year = number;
    } else {
      unreadable |= day > 0 || number == 0;
      day = number;
    }
  }

  /** "19 to 21 June 2006" names month and year once. */
  void completeBy(TypedDate last) {
    if (year == 0) {
      year = last.year;
      if (month == 0) {
        month = last.month;
      }
    }
  }

  /** In EDTF; null when something is missing, or too much. */
  @Nullable String written() {
    boolean gap = year == 0 || (day > 0 && month == 0) || (decade && month > 0);
    if (unreadable || gap) {
      return null;
    }
    String digits = String.format(Locale.ROOT, "%04d", year);
    String text = decade ? digits.substring(0, 3) + "X" : digits;
    if (month > 0) {
      text += String.format(Locale.ROOT, "-%02d", month);
    }
    if (day > 0) {
      text += String.format(Locale.ROOT, "-%02d", day);
    }
    return text + (about && possibly ? "%" : about ? "~" : possibly ? "?" : "");
  }
}
