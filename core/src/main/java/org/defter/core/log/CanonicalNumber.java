package org.defter.core.log;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.defter.core.value.InvalidValue;

/** Numbers as ECMAScript writes them (RFC 8785, section 3.2.2.3). */
final class CanonicalNumber {

  private static final int ALWAYS_EXACT = 15;
  private static final int LAST_PLAIN = 21;
  private static final int FIRST_PLAIN = -5;
  private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

  private CanonicalNumber() {}

  /**
   * The canonical form of a number as JSON writes it.
   *
   * @throws InvalidValue when that form is not the same number
   */
  static String of(String literal) {
    if (isShortInteger(literal)) {
      return literal;
    }
    double number = Double.parseDouble(literal);
    if (!Double.isFinite(number)) {
      throw inexact(literal);
    }
    String canonical = of(number);
    if (new BigDecimal(canonical).compareTo(new BigDecimal(literal)) != 0) {
      throw inexact(literal);
    }
    return canonical;
  }

  private static boolean isShortInteger(String literal) {
    for (int at = 0; at < literal.length(); at++) {
      if (literal.charAt(at) < '0' || literal.charAt(at) > '9') {
        return false;
      }
    }
    return literal.length() <= ALWAYS_EXACT;
  }

  private static InvalidValue inexact(String literal) {
    return new InvalidValue(
        "json",
        "the number " + literal + " cannot be written exactly as RFC 8785 says; write it as text");
  }

  static String of(double number) {
    if (number == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(number));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return (number < 0 ? "-" : "") + written(digits, point);
  }

  /** The fewest digits that mean this double; of several, the nearest. */
  private static BigDecimal shortest(double number) {
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (decimal.precision() == 2) {
      // Java never gives fewer than two digits, although one may do: 4.9E-324 is 5e-324.
      BigDecimal one = new BigDecimal(number).round(ONE_DIGIT);
      if (one.doubleValue() == number) {
        return one.stripTrailingZeros();
      }
    }
    return decimal;
  }

  /**
   * Number::toString of ECMAScript.
   *
   * @param point how many of the digits stand before the point
   */
  private static String written(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= LAST_PLAIN) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= LAST_PLAIN) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (FIRST_PLAIN <= point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String fraction = count == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
