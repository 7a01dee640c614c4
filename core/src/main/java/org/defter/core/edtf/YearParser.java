package org.defter.core.edtf;

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
          begin, "year -0000", "year zero has no sign: write 0000 for 1 BC, -0001 for 2 BC");
    }
    return new YearPattern(negative, new DigitPattern(digits));
  }

  /** Reads {@code S} and a count after a year of four digits. */
  Form.FarYear significant(YearPattern year) {
    if (year.digits().unspecified()) {
      throw cursor.refuse(
          "X and S together", "write either unknown digits, 19XX, or how many count, 1950S2");
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
          digits.isEmpty() ? "no year after 'Y'" : "a leading zero after 'Y'",
          "write all digits of the year, the first not zero, as in Y170000002");
    }
    int zeros = cursor.accept('E') ? exponent() : 0;
    if (digits.length() + zeros > MAX_DIGITS) {
      throw cursor.refuseAt(
          begin,
          "a year of more than %d digits".formatted(MAX_DIGITS),
          "a year has at most %d, its zeros included".formatted(MAX_DIGITS));
    }
    if (digits.length() + zeros <= 4) {
      throw cursor.refuseAt(
          begin,
          "'Y' before a year of four digits or fewer",
          "write the year as four digits, as in 2006 or 0476");
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
      throw cursor.refuseAt(
          begin, "no number of zeros after 'E'", "write 1 or more, as in Y17E7 for 170000000");
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
          digits.isEmpty() ? "no number after 'S'" : digits + " digits that count",
          "write how many of the year's digits count, as in 1950S2");
    }
    YearSpan years = YearSpan.sharing(Integer.parseInt(digits), year);
    return new Form.FarYear(year, years, years.first() < years.last(), Marks.NONE);
  }
}
