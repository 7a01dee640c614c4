package org.defter.core.edtf;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.DateSet.Choice;
import org.defter.core.edtf.Interval.End;

/** Reads {@code [..]}, one of several dates, and {@code {..}}, all of them. */
final class SetParser {
  private static final String RANGE = "..";

  private final String text;
  private final Cursor cursor;
  private final DateParser dates;

  SetParser(String text, Cursor cursor, DateParser dates) {
    this.text = text;
    this.cursor = cursor;
    this.dates = dates;
  }

  DateSet parse() {
    Choice choice = cursor.accept('[') ? Choice.ONE_OF : Choice.ALL_OF;
    if (choice == Choice.ALL_OF) {
      cursor.accept('{');
    }
    char close = choice == Choice.ONE_OF ? ']' : '}';
    List<Edtf> members = new ArrayList<>();
    do {
      while (!members.isEmpty() && cursor.accept(' ')) {
        // the specification's own examples put a space after the comma
      }
      members.add(member(choice, members.isEmpty(), close));
    } while (cursor.accept(','));
    if (!cursor.accept(close)) {
      throw Advice.inSet(cursor, close);
    }
    return new DateSet(text, choice, members);
  }

  private Edtf member(Choice choice, boolean isFirst, char close) {
    int begin = cursor.position();
    if (cursor.at(close) || cursor.at(',') || cursor.atEnd()) {
      throw cursor.refuse(Detail.of("edtf.what.no-date"), Detail.of("edtf.write.dates-in-set"));
    }
    if (cursor.accept(RANGE)) {
      return upTo(choice, isFirst, close, begin);
    }
    SingleDate from = dates.date();
    if (!cursor.accept(RANGE)) {
      return from;
    }
    if (cursor.at(close) || cursor.atEnd()) {
      return range(choice, begin, new End.Dated(from), new End.Open());
    }
    if (cursor.at(',')) {
      throw cursor.refuse(
          Detail.of("edtf.what.range-before-comma"), Detail.of("edtf.write.later-at-end"));
    }
    int toBegins = cursor.position();
    End to = new End.Dated(dates.date());
    Interval between = new Interval(text, new End.Dated(from), to);
    if (between.endsBeforeItStarts()) {
      throw cursor.refuseAt(
          toBegins,
          Detail.of("edtf.what.end-before-start"),
          Detail.of("edtf.write.earlier-first-in-set"));
    }
    return range(choice, begin, new End.Dated(from), to);
  }

  private Edtf upTo(Choice choice, boolean isFirst, char close, int begin) {
    if (!isFirst) {
      throw cursor.refuseAt(
          begin,
          Detail.of("edtf.what.range-after-comma"),
          Detail.of("edtf.write.earlier-at-start"));
    }
    if (cursor.at(close) || cursor.at(',')) {
      throw cursor.refuse(
          Detail.of("edtf.what.only-range"), Detail.of("edtf.write.date-beside-range"));
    }
    return range(choice, begin, new End.Open(), new End.Dated(dates.date()));
  }

  /** All of a range is an interval; one of a range is one date somewhere in it. */
  private Edtf range(Choice choice, int begin, End from, End to) {
    Interval interval = new Interval(cursor.since(begin), from, to);
    return switch (choice) {
      case ALL_OF -> interval;
      case ONE_OF ->
          new SingleDate(
              interval.text(),
              dates.current(),
              new Form.SomeOf(interval),
              new DayRange(interval.earliest(), interval.latest()));
    };
  }
}
