package org.defter.core.edtf;

import java.time.LocalDate;
import org.defter.core.detail.Detail;

/**
 * Reads one date, of any precision. A calendar before it is its own and that of every date after
 * it, up to the next calendar.
 */
final class DateParser {
  private static final String JULIAN = "julian:";
  private static final String GREGORIAN = "gregorian:";

  private final Cursor cursor;
  private final YearParser years;
  private Calendar calendar = Calendar.GREGORIAN;
  private int calendarBegin = -1;
  private int calendarEnd = -1;

  DateParser(Cursor cursor) {
    this.cursor = cursor;
    this.years = new YearParser(cursor);
  }

  /** Reads the calendar of what follows, if it is written and has not just been read. */
  void calendar() {
    if (cursor.position() == calendarEnd) {
      return;
    }
    if (cursor.at(GREGORIAN) && calendar == Calendar.GREGORIAN) {
      throw cursor.refuse(Detail.of("edtf.what.gregorian"), Detail.of("edtf.write.no-gregorian"));
    }
    int begin = cursor.position();
    if (cursor.accept(JULIAN)) {
      read(Calendar.JULIAN, begin);
    } else if (cursor.accept(GREGORIAN)) {
      read(Calendar.GREGORIAN, begin);
    }
  }

  private void read(Calendar named, int begin) {
    calendar = named;
    calendarBegin = begin;
    calendarEnd = cursor.position();
  }

  /** The calendar of the date last read. */
  Calendar current() {
    return calendar;
  }

  SingleDate date() {
    calendar();
    int begin = cursor.position() == calendarEnd ? calendarBegin : cursor.position();
    Marks before = cursor.qualifier();
    if (cursor.at('Y')) {
      return farYear(begin, years.longYear(), before);
    }
    YearPattern year = years.fourDigits();
    if (cursor.at('S')) {
      return farYear(begin, years.significant(year), before);
    }
    PartMarks marks =
        PartMarks.NONE.onYear(before).onYear(markOf(year.digits())).onYear(cursor.qualifier());
    if (!cursor.accept('-')) {
      return dated(
          begin,
          new Form.Fields(year, null, null, null, marks),
          calendar.day(year.first(), 1, 1),
          calendar.day(year.last(), 12, 31));
    }
    return monthOrSeason(begin, year, marks);
  }

  private SingleDate farYear(int begin, Form.FarYear year, Marks before) {
    Marks marks = before.and(cursor.qualifier());
    if (cursor.at('-')) {
      throw cursor.refuse(
          Detail.of("edtf.what.month-after", EdtfException.quotable(cursor.since(begin))),
          Detail.of("edtf.write.long-year-alone"));
    }
    return dated(
        begin,
        new Form.FarYear(year.year(), year.years(), year.estimated(), marks),
        calendar.day(year.years().first(), 1, 1),
        calendar.day(year.years().last(), 12, 31));
  }

  private SingleDate monthOrSeason(int begin, YearPattern year, PartMarks before) {
    PartMarks marks = before.onMonth(cursor.qualifier());
    int monthBegins = cursor.position();
    DigitPattern month = twoDigits(true);
    if (!month.unspecified() && SubYear.isCode(month.single())) {
      return season(begin, year, month.single(), marks.upToMonth(cursor.qualifier()));
    }
    if (month.valuesUpTo(12).length == 0) {
      throw cursor.refuseAt(
          monthBegins, Detail.of("edtf.what.month", month.digits()), Advice.monthsOrSeasons(month));
    }
    marks = marks.onMonth(markOf(month)).upToMonth(cursor.qualifier());
    int dayBegins = cursor.position();
    DigitPattern day = null;
    if (cursor.accept('-')) {
      marks = marks.onDay(cursor.qualifier());
      dayBegins = cursor.position();
      day = day();
      marks = marks.onDay(markOf(day)).upToDay(cursor.qualifier());
    }
    return existing(begin, dayBegins, new Form.Fields(year, month, day, null, marks), month);
  }

  private SingleDate season(int begin, YearPattern year, int code, PartMarks marks) {
    if (cursor.at('-')) {
      throw cursor.refuse(
          Detail.of("edtf.what.day-after-season"), Detail.of("edtf.write.season-without-day"));
    }
    SubYear part = SubYear.of(code);
    return dated(
        begin,
        new Form.PartOfYear(year, code, marks),
        part.firstDay(calendar, year.first()),
        part.lastDay(calendar, year.last()));
  }

  private DigitPattern day() {
    int begin = cursor.position();
    DigitPattern day = twoDigits(false);
    if (day.valuesUpTo(31).length == 0) {
      throw cursor.refuseAt(
          begin, Detail.of("edtf.what.day", day.digits()), Detail.of("edtf.write.days"));
    }
    return day;
  }

  private DigitPattern twoDigits(boolean month) {
    int begin = cursor.position();
    String digits = cursor.digitsOrX();
    if (digits.length() != 2) {
      throw cursor.refuseAt(begin, what(month, digits), Advice.twoDigits(month, digits, cursor));
    }
    return new DigitPattern(digits);
  }

  private static Detail what(boolean month, String digits) {
    if (digits.isEmpty()) {
      return month ? Detail.of("edtf.what.no-month") : Detail.of("edtf.what.no-day");
    }
    return month
        ? Detail.of("edtf.what.month", EdtfException.quotable(digits))
        : Detail.of("edtf.what.day", EdtfException.quotable(digits));
  }

  private SingleDate existing(int begin, int dayBegins, Form.Fields fields, DigitPattern month) {
    DigitPattern day = fields.day() == null ? DigitPattern.ANY_TWO : fields.day();
    DayPattern days = new DayPattern(calendar, fields.year(), month, day);
    return dated(
        begin,
        fields,
        days.first().orElseThrow(() -> noSuchDay(dayBegins, fields.year(), month, day)),
        days.last().orElseThrow(() -> noSuchDay(dayBegins, fields.year(), month, day)));
  }

  private EdtfException noSuchDay(
      int dayBegins, YearPattern year, DigitPattern month, DigitPattern day) {
    Detail what = Detail.of("edtf.what.day", day.digits());
    if (year.digits().unspecified() || month.unspecified()) {
      return cursor.refuseAt(dayBegins, what, Detail.of("edtf.write.no-such-day"));
    }
    int length = calendar.lengthOfMonth(year.first(), month.single());
    return cursor.refuseAt(
        dayBegins,
        what,
        Detail.of("edtf.write.days-of-month", month.single(), year.written(), length));
  }

  private SingleDate dated(int begin, Form form, LocalDate earliest, LocalDate latest) {
    return new SingleDate(cursor.since(begin), calendar, form, new DayRange(earliest, latest));
  }

  private static Marks markOf(DigitPattern digits) {
    return digits.unspecified() ? Marks.UNSPECIFIED : Marks.NONE;
  }
}
