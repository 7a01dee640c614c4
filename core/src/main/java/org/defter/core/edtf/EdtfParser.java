package org.defter.core.edtf;

import org.defter.core.detail.Detail;
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
      throw cursor.refuse(Detail.of("edtf.what.no-date"), Detail.of("edtf.write.date"));
    }
    if (text.length() > Edtf.MAX_LENGTH) {
      throw cursor.refuseAt(
          Edtf.MAX_LENGTH,
          Detail.of("edtf.what.characters", text.length()),
          Detail.of("edtf.write.at-most", Edtf.MAX_LENGTH));
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
              Detail.of("edtf.what.only-range"), Detail.of("edtf.write.until-or-from"));
      case End.Unknown() -> throw Advice.notAYear(cursor);
    };
  }

  /** The bare slash says nothing. */
  private Interval interval(End from) {
    int toBegins = cursor.position();
    End to = end();
    if (cursor.atEnd() && from instanceof End.Unknown && to instanceof End.Unknown) {
      throw cursor.refuseAt(
          0, Detail.of("edtf.what.no-date"), Detail.of("edtf.write.date-of-interval"));
    }
    if (cursor.at('T')) {
      throw cursor.refuse(
          Detail.of("edtf.what.time-of-day"), Detail.of("edtf.write.interval-of-days"));
    }
    Interval interval = new Interval(text, from, to);
    if (cursor.atEnd() && interval.endsBeforeItStarts()) {
      throw cursor.refuseAt(
          toBegins, Detail.of("edtf.what.end-before-start"), Detail.of("edtf.write.earlier-first"));
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
          Detail.of("edtf.what.time-of-day"), Detail.of("edtf.write.time-of-full-date"));
    }
    int begin = cursor.position() + 1;
    new TimeParser(cursor).time();
    if (cursor.at('/')) {
      throw cursor.refuse(
          Detail.of("edtf.what.time-before-slash"), Detail.of("edtf.write.interval-of-days"));
    }
    var timed =
        new Form.Fields(
            fields.year(), fields.month(), fields.day(), cursor.since(begin), fields.parts());
    return new SingleDate(text, day.calendar(), timed, day.days());
  }
}
