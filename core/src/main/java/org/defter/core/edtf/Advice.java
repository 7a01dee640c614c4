package org.defter.core.edtf;

import java.util.Locale;

/** What to tell people who write dates the way they do outside this format. */
final class Advice {
  private static final String YEAR_FIRST = "dates are written year-month-day, as in 1991-12-25";

  private static final String FROM_YEAR_TO_YEAR =
      "; to write from one year to another put '/' between them, as in 1914/1918";

  private Advice() {}

  /** Where a year should begin there is something else. */
  static EdtfException notAYear(Cursor cursor) {
    if (cursor.atEnd()) {
      return cursor.refuse("no year", YEAR_FIRST);
    }
    String rest = cursor.rest().toLowerCase(Locale.ROOT);
    String advice =
        switch (rest.codePointAt(0)) {
          case ' ', '\t' -> "leave out the space";
          case '?', '~', '%' -> "write one of ? ~ %, where % means both uncertain and approximate";
          case '+' -> "years have no plus sign";
          case '.' -> "write '..' for an open end, as in 1991/..";
          case 'u' ->
              rest.startsWith("unknown")
                  ? "an unknown end is left empty, as in 1991/ or /1991"
                  : "write X for an unknown digit, as in 199X";
          case 'o' -> "an open end is written '..', as in 1991/..";
          case 'y' -> "the letter before a long year is a capital Y, as in Y170000002";
          case 'x' -> "write unknown digits as capital X, as in 199X";
          case 'j', 'g' ->
              "the calendar of a date is written before it, once, in small letters:"
                  + " julian:1917-10-25";
          case 'c', 'a' -> "for 'about 1990' write 1990~";
          case '[', '{' -> "a set in brackets stands alone, as in [1667,1668]";
          default -> YEAR_FIRST + ", with the digits 0 to 9";
        };
    return cursor.refuse(next(cursor) + " where a year belongs", advice);
  }

  static EdtfException notFourDigits(Cursor cursor, int begin, String digits) {
    String advice;
    if (digits.length() == 8) {
      advice = "put hyphens between the parts: 1991-12-25; years beyond 9999 begin with Y";
    } else if (digits.length() > 4) {
      advice = "a year has four digits; years beyond 9999 begin with Y, as in Y12345";
    } else if (cursor.at('x') || cursor.at('u')) {
      advice = "write unknown digits as capital X, as in 199X";
    } else if (cursor.at('.') || cursor.at('/') || cursor.at('-')) {
      advice = "a year has four digits, as in 0476; " + YEAR_FIRST;
    } else {
      advice = "a year has four digits, as in 0476; for a century write 19XX, for a decade 199X";
    }
    return cursor.refuseAt(begin, "year " + digits, advice);
  }

  /** For a month or day of the wrong length. */
  static String insteadOf(String unit, String digits, Cursor cursor) {
    if (unit.equals("month") && digits.length() == 4) {
      return FROM_YEAR_TO_YEAR;
    }
    if (cursor.at('x') || cursor.at('u')) {
      return "; write unknown digits as capital X, as in 1991-XX";
    }
    return "";
  }

  /** For two digits that are no month, perhaps because 1914-18 was meant as a span of years. */
  static String monthsOrSeasons(DigitPattern month) {
    return month.unspecified()
        ? "; a season has no unknown digit"
        : "; seasons and parts of a year 21 to 41" + FROM_YEAR_TO_YEAR;
  }

  /** After a whole date, interval or set there is something more. */
  static EdtfException afterDate(Cursor cursor) {
    String rest = cursor.rest();
    String advice =
        switch (rest.codePointAt(0)) {
          case ' ', '\t' -> "leave out the space";
          case '?', '~', '%' -> "write one of ? ~ %, where % means both uncertain and approximate";
          case '/' -> "an interval has one '/', between its two dates, and none stands in a set";
          case 'T', 't' -> "a time follows a full date only: 1985-04-12T23:20:30, with a capital T";
          case ',' ->
              "put several dates in brackets: [1667,1668] for one of them, {1667,1668} for all";
          case '–', '—' -> "put '/' between the two dates of an interval, as in 1990/1995";
          case 's' -> "for a decade write 199X";
          case 'x', 'u' -> "write unknown digits as capital X, as in 1991-XX";
          case 'E' -> "a number of zeros follows a year with Y only, as in Y17E7";
          case '.' ->
              rest.startsWith("..")
                  ? "'..' between dates stands in a set: [1670..1672]; an interval has '/'"
                  : YEAR_FIRST;
          default -> "the date is complete before it; leave it out";
        };
    return cursor.refuse(next(cursor) + " after the date", advice);
  }

  static EdtfException inSet(Cursor cursor, char close) {
    if (cursor.atEnd()) {
      return cursor.refuse("no '" + close + "' at the end", "close the set with " + close);
    }
    if (cursor.at('T')) {
      return cursor.refuse("a time of day", "the members of a set are days; leave the time out");
    }
    if (cursor.at(']') || cursor.at('}')) {
      return cursor.refuse(
          next(cursor) + " where the set ends",
          "close with the bracket it was opened with: " + close);
    }
    if (cursor.at(';')) {
      return cursor.refuse("';' in a set", "put ',' between its dates, as in [1667,1668]");
    }
    return cursor.at(' ')
        ? cursor.refuse("a space in a set", "a space may follow a comma only")
        : afterDate(cursor);
  }

  private static String next(Cursor cursor) {
    String character = Character.toString(cursor.rest().codePointAt(0));
    return "'" + EdtfException.quotable(character) + "'";
  }
}
