package org.defter.core.edtf;

import org.defter.core.detail.Detail;

/**
 * Checks a time of day: {@code T23:20:30}, then nothing, {@code Z} or an offset from UTC. The
 * offset is at most 18 hours either way, what {@link java.time.ZoneOffset} holds.
 */
final class TimeParser {
  private static final int MAX_OFFSET_MINUTES = 18 * 60;

  private final Cursor cursor;

  TimeParser(Cursor cursor) {
    this.cursor = cursor;
  }

  void time() {
    cursor.accept('T');
    twoDigits("hour", 23);
    colon("minutes");
    twoDigits("minute", 59);
    colon("seconds");
    twoDigits("second", 59);
    if (cursor.at('.') || cursor.at(',')) {
      throw cursor.refuse(
          Detail.of("edtf.what.part-of-second"), Detail.of("edtf.write.whole-seconds"));
    }
    if (!cursor.accept('Z') && (cursor.at('+') || cursor.at('-'))) {
      offset();
    }
  }

  private void offset() {
    int begin = cursor.position();
    boolean west = cursor.accept('-');
    if (!west) {
      cursor.accept('+');
    }
    int minutes = 60 * twoDigits("offset hour", 18);
    if (cursor.accept(':')) {
      minutes += twoDigits("offset minute", 59);
    }
    if (minutes > MAX_OFFSET_MINUTES) {
      throw cursor.refuseAt(begin, Detail.of("edtf.what.offset"), Detail.of("edtf.write.offsets"));
    }
    if (west && minutes == 0) {
      throw cursor.refuseAt(begin, Detail.of("edtf.what.offset-zero"), Detail.of("edtf.write.utc"));
    }
  }

  private int twoDigits(String unit, int max) {
    int begin = cursor.position();
    String digits = cursor.digits();
    if (digits.length() != 2) {
      throw cursor.refuseAt(
          begin,
          digits.isEmpty() ? Detail.of("edtf.what.no-unit", unit) : what(unit, digits),
          Detail.of("edtf.write.time-in-two-digits"));
    }
    int value = Integer.parseInt(digits);
    if (value > max) {
      throw cursor.refuseAt(begin, what(unit, digits), Detail.of("edtf.write.units", unit, max));
    }
    return value;
  }

  private static Detail what(String unit, String digits) {
    return Detail.of("edtf.what.unit", unit, EdtfException.quotable(digits));
  }

  private void colon(String next) {
    if (!cursor.accept(':')) {
      throw cursor.refuse(
          Detail.of("edtf.what.no-colon", next), Detail.of("edtf.write.time-in-full"));
    }
  }
}
