package org.defter.core.edtf;

import org.defter.core.detail.Detail;

/** Reads years: four digits, {@code Y} and more, exponents, significant digits. */
final class YearParser {
  /** What a {@code long} holds, whatever they are. */
  private static final int MAX_DIGITS = 18;

  private final Cursor cursor;

  YearParser(Cursor cursor) {
    this.cursor = cursor;
  }

  YearPattern fourDigits() {
    int begin = cursor.position();
    boolean negative = cursor.accept('-');
    int digitsBegin = cursor.position();
    String digits = cursor.digitsOrX();
    if (digits.isEmpty()) {
      throw Advice.notAYear(cursor);
    }
    if (digits.length() != 4) {
      throw Advice.notFourDigits(cursor, digitsBegin, digits);
    }
    if (negative && digits.equals("0000")) {
      throw cursor.refuseAt(
          begin, Detail.of("edtf.what.year", "-0000"), Detail.of("edtf.write.year-zero"));
    }
    return new YearPattern(negative, new DigitPattern(digits));
  }

  /** Reads {@code S} and a count after a year of four digits. */
  Form.FarYear significant(YearPattern year) {
    if (year.digits().unspecified()) {
      throw cursor.refuse(Detail.of("edtf.what.x-and-s"), Detail.of("edtf.write.x-or-s"));
    }
    return significantDigitsOf(year.first());
  }

  Form.FarYear longYear() {
    int begin = cursor.position();
    cursor.accept('Y');
    boolean negative = cursor.accept('-');
    int digitsBegin = cursor.position();
    String digits = cursor.digits();
    if (digits.isEmpty() || digits.startsWith("0")) {
      throw cursor.refuseAt(
          digitsBegin,
          digits.isEmpty()
              ? Detail.of("edtf.what.no-year-after-y")
              : Detail.of("edtf.what.leading-zero"),
          Detail.of("edtf.write.all-digits"));
    }
    int zeros = cursor.accept('E') ? exponent() : 0;
    if (digits.length() + zeros > MAX_DIGITS) {
      throw cursor.refuseAt(
          begin,
          Detail.of("edtf.what.year-too-long", MAX_DIGITS),
          Detail.of("edtf.write.year-at-most", MAX_DIGITS));
    }
    if (digits.length() + zeros <= 4) {
      throw cursor.refuseAt(
          begin, Detail.of("edtf.what.y-before-short-year"), Detail.of("edtf.write.four-digits"));
    }
    long magnitude = Long.parseLong(digits + "0".repeat(zeros));
    long year = negative ? -magnitude : magnitude;
    return cursor.at('S')
        ? significantDigitsOf(year)
        : new Form.FarYear(year, YearSpan.of(year), false, Marks.NONE);
  }

  /** Reads how many zeros follow; what is too many is cut to just too many. */
  private int exponent() {
    int begin = cursor.position();
    String digits = cursor.digits();
    if (digits.isEmpty() || digits.startsWith("0")) {
      throw cursor.refuseAt(begin, Detail.of("edtf.what.no-zeros"), Detail.of("edtf.write.zeros"));
    }
    return digits.length() > 2 ? MAX_DIGITS : Integer.parseInt(digits);
  }

  private Form.FarYear significantDigitsOf(long year) {
    cursor.accept('S');
    int begin = cursor.position();
    String digits = cursor.digits();
    if (digits.isEmpty() || digits.startsWith("0") || digits.length() > 2) {
      throw cursor.refuseAt(
          begin,
          digits.isEmpty()
              ? Detail.of("edtf.what.no-number-after-s")
              : Detail.of("edtf.what.digits-that-count", EdtfException.quotable(digits)),
          Detail.of("edtf.write.how-many-count"));
    }
    YearSpan years = YearSpan.sharing(Integer.parseInt(digits), year);
    return new Form.FarYear(year, years, years.first() < years.last(), Marks.NONE);
  }
}
