package org.defter.core.edtf;

/** Whole years, first to last, both included. */
public record YearSpan(long first, long last) {

  static YearSpan of(long year) {
    return new YearSpan(year, year);
  }

  /**
   * The years that share the first digits of this one, as its magnitude is written without leading
   * zeros: two digits of 1950 give 1900 to 1999, of -1950 -1999 to -1900. When it has no more
   * digits than that, it is itself.
   */
  static YearSpan sharing(int digits, long year) {
    long magnitude = Math.abs(year);
    long unit = 1;
    for (int i = digits; i < lengthOf(year); i++) {
      unit *= 10;
    }
    long least = magnitude / unit * unit;
    long greatest = least + unit - 1;
    return year < 0 ? new YearSpan(-greatest, -least) : new YearSpan(least, greatest);
  }

  private static int lengthOf(long year) {
    return String.valueOf(Math.abs(year)).length();
  }
}
