package org.defter.core.edtf;

import java.util.Locale;
import org.defter.core.detail.Detail;

/** What to tell people who write dates the way they do outside this format. */
final class Advice {
  private static final Detail YEAR_FIRST = Detail.of("edtf.write.year-first");

  private Advice() {}

  /** Where a year should begin there is something else. */
  static EdtfException notAYear(Cursor cursor) {
    if (cursor.atEnd()) {
      return cursor.refuse(Detail.of("edtf.what.no-year"), YEAR_FIRST);
    }
    String rest = cursor.rest().toLowerCase(Locale.ROOT);
    Detail advice =
        switch (rest.codePointAt(0)) {
          case ' ', '\t' -> Detail.of("edtf.write.no-space");
          case '?', '~', '%' -> Detail.of("edtf.write.one-mark");
          case '+' -> Detail.of("edtf.write.no-plus");
          case '.' -> Detail.of("edtf.write.open-end");
          case 'u' ->
              rest.startsWith("unknown")
                  ? Detail.of("edtf.write.unknown-end")
                  : Detail.of("edtf.write.x-for-unknown");
          case 'o' -> Detail.of("edtf.write.open-end-is");
          case 'y' -> Detail.of("edtf.write.capital-y");
          case 'x' -> Detail.of("edtf.write.capital-x-in-year");
          case 'j', 'g' -> Detail.of("edtf.write.calendar");
          case 'c', 'a' -> Detail.of("edtf.write.about");
          case '[', '{' -> Detail.of("edtf.write.set-alone");
          default -> Detail.of("edtf.write.year-first-in-digits");
        };
    return cursor.refuse(Detail.of("edtf.what.no-year-but", next(cursor)), advice);
  }

  static EdtfException notFourDigits(Cursor cursor, int begin, String digits) {
    Detail advice;
    if (digits.length() == 8) {
      advice = Detail.of("edtf.write.hyphens");
    } else if (digits.length() > 4) {
      advice = Detail.of("edtf.write.four-digits-or-y");
    } else if (cursor.at('x') || cursor.at('u')) {
      advice = Detail.of("edtf.write.capital-x-in-year");
    } else if (cursor.at('.') || cursor.at('/') || cursor.at('-')) {
      advice = Detail.of("edtf.write.four-digits-year-first");
    } else {
      advice = Detail.of("edtf.write.four-digits-or-x");
    }
    return cursor.refuseAt(
        begin, Detail.of("edtf.what.year", EdtfException.quotable(digits)), advice);
  }

  /** For a month or day of the wrong length. */
  static Detail twoDigits(boolean month, String digits, Cursor cursor) {
    Detail which = month ? Detail.of("edtf.write.months") : Detail.of("edtf.write.days");
    if (month && digits.length() == 4) {
      return Detail.of("edtf.write.two-digits-or-years", which);
    }
    return cursor.at('x') || cursor.at('u')
        ? Detail.of("edtf.write.two-digits-or-x", which)
        : Detail.of("edtf.write.two-digits", which);
  }

  /** For two digits that are no month, perhaps because 1914-18 was meant as a span of years. */
  static Detail monthsOrSeasons(DigitPattern month) {
    return month.unspecified()
        ? Detail.of("edtf.write.months-or-no-season")
        : Detail.of("edtf.write.months-or-seasons");
  }

  /** After a whole date, interval or set there is something more. */
  static EdtfException afterDate(Cursor cursor) {
    String rest = cursor.rest();
    Detail advice =
        switch (rest.codePointAt(0)) {
          case ' ', '\t' -> Detail.of("edtf.write.no-space");
          case '?', '~', '%' -> Detail.of("edtf.write.one-mark");
          case '/' -> Detail.of("edtf.write.one-slash");
          case 'T', 't' -> Detail.of("edtf.write.time-after-date");
          case ',' -> Detail.of("edtf.write.brackets");
          case '–', '—' -> Detail.of("edtf.write.slash");
          case 's' -> Detail.of("edtf.write.decade");
          case 'x', 'u' -> Detail.of("edtf.write.capital-x-in-day");
          case 'E' -> Detail.of("edtf.write.zeros-after-y");
          case '.' -> rest.startsWith("..") ? Detail.of("edtf.write.range-in-set") : YEAR_FIRST;
          default -> Detail.of("edtf.write.date-is-complete");
        };
    return cursor.refuse(Detail.of("edtf.what.after-date", next(cursor)), advice);
  }

  static EdtfException inSet(Cursor cursor, char close) {
    if (cursor.atEnd()) {
      return cursor.refuse(
          Detail.of("edtf.what.set-not-closed", String.valueOf(close)),
          Detail.of("edtf.write.close-set", String.valueOf(close)));
    }
    if (cursor.at('T')) {
      return cursor.refuse(Detail.of("edtf.what.time-of-day"), Detail.of("edtf.write.set-of-days"));
    }
    if (cursor.at(']') || cursor.at('}')) {
      return cursor.refuse(
          Detail.of("edtf.what.wrong-bracket", next(cursor)),
          Detail.of("edtf.write.same-bracket", String.valueOf(close)));
    }
    if (cursor.at(';')) {
      return cursor.refuse(Detail.of("edtf.what.semicolon"), Detail.of("edtf.write.comma-in-set"));
    }
    return cursor.at(' ')
        ? cursor.refuse(
            Detail.of("edtf.what.space-in-set"), Detail.of("edtf.write.space-after-comma"))
        : afterDate(cursor);
  }

  private static String next(Cursor cursor) {
    return EdtfException.quotable(Character.toString(cursor.rest().codePointAt(0)));
  }
}
