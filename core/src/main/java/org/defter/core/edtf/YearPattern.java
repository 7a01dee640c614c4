package org.defter.core.edtf;

import java.util.stream.IntStream;

/** A year of four digits, perhaps negative. There is no year -0000, so {@code -000X} has nine. */
public record YearPattern(boolean negative, DigitPattern digits) {

  /** As it stands in the text. */
  public String written() {
    return (negative ? "-" : "") + digits.digits();
  }

  IntStream years() {
    return negative ? digits.valuesDown().filter(n -> n > 0).map(n -> -n) : digits.values();
  }

  IntStream yearsDown() {
    return negative ? digits.values().filter(n -> n > 0).map(n -> -n) : digits.valuesDown();
  }

  /** The first year it can be. */
  public int first() {
    return years().findFirst().orElseThrow();
  }

  /** The last year it can be. */
  public int last() {
    return yearsDown().findFirst().orElseThrow();
  }
}
