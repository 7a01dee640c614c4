package org.defter.core.edtf;

/** Whole years, first to last, both included. */
record YearSpan(int first, int last) {

  static YearSpan of(int year) {
    return new YearSpan(year, year);
  }

  /**
   * The years that share the first digits of this one, as its magnitude is written without leading
   * zeros: two digits of 1950 give 1900 to 1999, of -1950 -1999 to -1900.
   */
  static YearSpan sharing(int digits, int year) {
    int magnitude = Math.abs(year);
    int unit = 1;
    for (int i = digits; i < lengthOf(year); i++) {
      unit *= 10;
    }
    int least = magnitude / unit * unit;
    int greatest = least + unit - 1;
    return year < 0 ? new YearSpan(-greatest, -least) : new YearSpan(least, greatest);
  }

  static int lengthOf(int year) {
    return String.valueOf(Math.abs(year)).length();
  }
}
