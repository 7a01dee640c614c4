package org.defter.core.edtf;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one date, of any precision, without a time of day. */
final class DateParser {
  private final Cursor cursor;
  private final YearParser years;

  DateParser(Cursor cursor) {
    this.cursor = cursor;
    this.years = new YearParser(cursor);
  }

  SingleDate date() {
    int begin = cursor.position();
    Marks marks = cursor.qualifier();
    if (cursor.at('Y')) {
      return wholeYears(begin, years.longYear(), marks);
    }
    YearPattern year = years.fourDigits();
    if (cursor.at('S')) {
      return wholeYears(begin, years.significant(year), marks);
    }
    marks = marks.and(markOf(year.digits())).and(cursor.qualifier());
    if (!cursor.accept('-')) {
      return SingleDate.of(
          cursor.since(begin),
          LocalDate.of(year.first(), 1, 1),
          LocalDate.of(year.last(), 12, 31),
          marks);
    }
    return monthOrSeason(begin, year, marks);
  }

  private SingleDate wholeYears(int begin, YearSpan span, Marks before) {
    Marks marks = before.and(cursor.qualifier());
    if (cursor.at('-')) {
      throw cursor.refuse(
          "a month after '" + cursor.since(begin) + "'",
          "a year written with Y or S stands alone, without month and day");
    }
    return SingleDate.of(
        cursor.since(begin),
        LocalDate.of(span.first(), 1, 1),
        LocalDate.of(span.last(), 12, 31),
        marks);
  }

  private SingleDate monthOrSeason(int begin, YearPattern year, Marks before) {
    Marks marks = before.and(cursor.qualifier());
    int monthBegins = cursor.position();
    DigitPattern month = twoDigits("month", "months are 01 to 12");
    if (!month.unspecified() && SubYear.isCode(month.single())) {
      return season(begin, year, SubYear.of(month.single()), marks.and(cursor.qualifier()));
    }
    if (month.valuesUpTo(12).length == 0) {
      throw cursor.refuseAt(
          monthBegins,
          "month " + month.digits(),
          "months are 01 to 12" + Advice.monthsOrSeasons(month));
    }
    marks = marks.and(markOf(month)).and(cursor.qualifier());
    int dayBegins = cursor.position();
    DigitPattern day = null;
    if (cursor.accept('-')) {
      marks = marks.and(cursor.qualifier());
      dayBegins = cursor.position();
      day = day();
      marks = marks.and(markOf(day)).and(cursor.qualifier());
    }
    return existing(begin, dayBegins, new Fields(year, month, day), marks);
  }

  private SingleDate season(int begin, YearPattern year, SubYear part, Marks marks) {
    if (cursor.at('-')) {
      throw cursor.refuse("a day after a season", "a season or part of a year takes no day");
    }
    return SingleDate.of(
        cursor.since(begin), part.firstDay(year.first()), part.lastDay(year.last()), marks);
  }

  private DigitPattern day() {
    int begin = cursor.position();
    DigitPattern day = twoDigits("day", "days are 01 to 31");
    if (day.valuesUpTo(31).length == 0) {
      throw cursor.refuseAt(begin, "day " + day.digits(), "days are 01 to 31");
    }
    return day;
  }

  private DigitPattern twoDigits(String unit, String advice) {
    int begin = cursor.position();
    String digits = cursor.digitsOrX();
    if (digits.length() != 2) {
      String what = digits.isEmpty() ? "no " + unit + " after '-'" : unit + " " + digits;
      throw cursor.refuseAt(
          begin, what, advice + ", with two digits" + Advice.insteadOf(unit, digits, cursor));
    }
    return new DigitPattern(digits);
  }

  private SingleDate existing(int begin, int dayBegins, Fields fields, Marks marks) {
    DigitPattern day = fields.day == null ? DigitPattern.ANY_TWO : fields.day;
    DayPattern days = new DayPattern(fields.year, fields.month, day);
    return SingleDate.of(
        cursor.since(begin),
        days.first().orElseThrow(() -> noSuchDay(dayBegins, fields, day)),
        days.last().orElseThrow(() -> noSuchDay(dayBegins, fields, day)),
        marks);
  }

  private EdtfException noSuchDay(int dayBegins, Fields fields, DigitPattern day) {
    String what = "day " + day.digits();
    if (fields.year.digits().unspecified() || fields.month.unspecified()) {
      return cursor.refuseAt(dayBegins, what, "no year and month it can mean has such a day");
    }
    YearMonth month = YearMonth.of(fields.year.first(), fields.month.single());
    String name = Month.from(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return cursor.refuseAt(
        dayBegins,
        what,
        name + " " + fields.year.written() + " has " + month.lengthOfMonth() + " days");
  }

  private static Marks markOf(DigitPattern digits) {
    return digits.unspecified() ? Marks.UNSPECIFIED : Marks.NONE;
  }

  private record Fields(YearPattern year, DigitPattern month, @Nullable DigitPattern day) {}
}
