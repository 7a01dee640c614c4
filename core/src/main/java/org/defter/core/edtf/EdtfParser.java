package org.defter.core.edtf;

import org.defter.core.edtf.Interval.End;

/**
 * Reads a whole text by recursive descent: a set, an interval, or one date. Each character is
 * looked at a fixed number of times.
 */
final class EdtfParser {
  private static final String RANGE = "..";

  private final String text;
  private final Cursor cursor;
  private final DateParser dates;

  EdtfParser(String text) {
    this.text = text;
    this.cursor = new Cursor(text);
    this.dates = new DateParser(cursor);
  }

  Edtf parse() {
    if (text.isBlank()) {
      throw cursor.refuse("no date", "write a date such as 1991, 1991-12 or 1991-12-25");
    }
    if (text.length() > Edtf.MAX_LENGTH) {
      throw cursor.refuseAt(
          Edtf.MAX_LENGTH,
          text.length() + " characters",
          "a date has at most " + Edtf.MAX_LENGTH + " characters");
    }
    dates.calendar();
    Edtf parsed =
        cursor.at('[') || cursor.at('{')
            ? new SetParser(text, cursor, dates).parse()
            : dateOrInterval();
    if (!cursor.atEnd()) {
      throw Advice.afterDate(cursor);
    }
    return parsed;
  }

  private Edtf dateOrInterval() {
    End from = end();
    if (cursor.accept('/')) {
      return interval(from);
    }
    return switch (from) {
      case End.Dated(SingleDate date) -> cursor.at('T') ? withTime(date) : date;
      case End.Open() ->
          throw cursor.refuse(
              "only '..'", "write ../1991 for 'until 1991', or 1991/.. for 'from 1991 on'");
      case End.Unknown() -> throw Advice.notAYear(cursor);
    };
  }

  /** The bare slash says nothing. */
  private Interval interval(End from) {
    int toBegins = cursor.position();
    End to = end();
    if (cursor.atEnd() && from instanceof End.Unknown && to instanceof End.Unknown) {
      throw cursor.refuseAt(
          0, "no date", "an interval names a date or '..' on at least one side of '/'");
    }
    if (cursor.at('T')) {
      throw cursor.refuse("a time of day", "the ends of an interval are days; leave the time out");
    }
    Interval interval = new Interval(text, from, to);
    if (cursor.atEnd() && interval.endsBeforeItStarts()) {
      throw cursor.refuseAt(
          toBegins, "the end before the start", "write the earlier date first, then '/'");
    }
    return interval;
  }

  private End end() {
    if (cursor.accept(RANGE)) {
      return new End.Open();
    }
    return cursor.at('/') || (cursor.atEnd() && cursor.position() > 0)
        ? new End.Unknown()
        : new End.Dated(dates.date());
  }

  private SingleDate withTime(SingleDate day) {
    if (!(day.form() instanceof Form.Fields fields)
        || fields.day() == null
        || !fields.marks().equals(Marks.NONE)) {
      throw cursor.refuse(
          "a time of day", "only a full plain date takes a time, as in 1985-04-12T23:20:30");
    }
    int begin = cursor.position() + 1;
    new TimeParser(cursor).time();
    if (cursor.at('/')) {
      throw cursor.refuse(
          "a time of day before '/'", "the ends of an interval are days; leave the time out");
    }
    var timed =
        new Form.Fields(
            fields.year(), fields.month(), fields.day(), cursor.since(begin), fields.parts());
    return new SingleDate(text, day.calendar(), timed, day.days());
  }
}
