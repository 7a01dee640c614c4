package org.defter.query.projection;

import java.time.LocalDate;
import org.defter.core.edtf.DayRange;
import org.defter.core.edtf.Edtf;
import org.defter.query.document.ValidFields;
import org.jspecify.annotations.Nullable;

/** The searchable fields of an EDTF date. */
final class ValidTimes {

  /** Elasticsearch counts milliseconds in 64 bits, which end in the year 292,278,994. */
  private static final LocalDate FIRST = LocalDate.of(-200_000_000, 1, 1);

  private static final LocalDate LAST = LocalDate.of(200_000_000, 12, 31);

  private ValidTimes() {}

  static ValidFields fields(Edtf date) {
    String earliest = day(date.earliest());
    String latest = day(date.latest());
    LocalDate begunBy = begunBy(date);
    LocalDate endsNotBefore = endsNotBefore(date);
    return new ValidFields(
        date.text(),
        earliest,
        latest,
        new ValidFields.DayRange(earliest, latest),
        isSet(date) ? null : certain(begunBy, endsNotBefore),
        day(begunBy),
        day(endsNotBefore),
        date.uncertain(),
        date.approximate(),
        earliest == null ? latest : earliest);
  }

  private static @Nullable LocalDate begunBy(Edtf date) {
    DayRange start = date.start();
    if (isAllOf(date) || (start == null && isSet(date))) {
      return null;
    }
    return start == null ? FIRST : start.latest();
  }

  private static @Nullable LocalDate endsNotBefore(Edtf date) {
    DayRange end = date.end();
    if (isAllOf(date) || (end == null && isSet(date))) {
      return null;
    }
    return end == null ? LAST : end.earliest();
  }

  /** From the last day it can have begun to the first it can have ended, when in that order. */
  private static ValidFields.@Nullable DayRange certain(
      @Nullable LocalDate begunBy, @Nullable LocalDate endsNotBefore) {
    return begunBy == null || endsNotBefore == null || begunBy.isAfter(endsNotBefore)
        ? null
        : new ValidFields.DayRange(day(begunBy), day(endsNotBefore));
  }

  /** A set's bounds say nothing of the days between its members. */
  private static boolean isSet(Edtf date) {
    return isAllOf(date) || date.text().startsWith("[");
  }

  private static boolean isAllOf(Edtf date) {
    return date.text().startsWith("{");
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    if (day == null) {
      return null;
    }
    LocalDate known = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    return known.toString();
  }
}
