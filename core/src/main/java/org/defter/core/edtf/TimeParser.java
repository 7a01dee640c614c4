package org.defter.core.edtf;

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
      throw cursor.refuse("a part of a second", "write whole seconds, as in T23:20:30");
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
      throw cursor.refuseAt(begin, "this offset", "offsets from UTC go from -18:00 to +18:00");
    }
    if (west && minutes == 0) {
      throw cursor.refuseAt(begin, "offset -00", "write Z, or +00:00, for UTC itself");
    }
  }

  private int twoDigits(String unit, int max) {
    int begin = cursor.position();
    String digits = cursor.digits();
    if (digits.length() != 2) {
      throw cursor.refuseAt(
          begin,
          digits.isEmpty() ? "no " + unit : unit + " " + digits,
          "write each part of a time with two digits, as in T23:20:30 or T23:20:30+04:00");
    }
    int value = Integer.parseInt(digits);
    if (value > max) {
      throw cursor.refuseAt(begin, unit + " " + digits, unit + "s are 00 to " + max);
    }
    return value;
  }

  private void colon(String next) {
    if (!cursor.accept(':')) {
      throw cursor.refuse("no ':' before the " + next, "write a time in full, as in T23:20:30");
    }
  }
}
