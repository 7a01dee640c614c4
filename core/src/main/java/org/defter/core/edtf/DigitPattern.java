package org.defter.core.edtf;

import java.util.stream.IntStream;

/** Up to four digits, any of which may be an {@code X} that stands for 0 to 9. */
public record DigitPattern(String digits) {
  static final DigitPattern ANY_TWO = new DigitPattern("XX");

  public boolean unspecified() {
    return digits.indexOf('X') >= 0;
  }

  /** The one number it is, when no digit is open. */
  public int single() {
    return value(0);
  }

  /** Every number it can be, from the smallest. */
  IntStream values() {
    return IntStream.range(0, count()).map(this::value);
  }

  /** Every number it can be, from the largest. */
  IntStream valuesDown() {
    return IntStream.range(0, count()).map(i -> value(count() - 1 - i));
  }

  /** The numbers it can be from 1 to the given limit, from the smallest. */
  int[] valuesUpTo(int limit) {
    return values().filter(n -> n >= 1 && n <= limit).toArray();
  }

  private int count() {
    int count = 1;
    for (int i = 0; i < digits.length(); i++) {
      count *= digits.charAt(i) == 'X' ? 10 : 1;
    }
    return count;
  }

  /** Fills the open digits, from the right, with those of the choice. */
  private int value(int choice) {
    int value = 0;
    int place = 1;
    int left = choice;
    for (int i = digits.length() - 1; i >= 0; i--) {
      char c = digits.charAt(i);
      if (c == 'X') {
        value += place * (left % 10);
        left /= 10;
      } else {
        value += place * (c - '0');
      }
      place *= 10;
    }
    return value;
  }
}
