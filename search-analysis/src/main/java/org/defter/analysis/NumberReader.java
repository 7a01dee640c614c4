package org.defter.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers: any script's digits as ASCII, a decimal comma as a decimal point.
 *
 * <p>{@code 1,500,000} is {@code 1500000}. {@code 1,500} may be either, and is found as {@code
 * 1.500} and as {@code 1500}. A number with letters after it, {@code 1997г} or {@code 11th}, is
 * found with and without them. Dates such as {@code 14.03.2008} stay whole.
 */
final class NumberReader implements WordReader {
  private static final Pattern ONE_MARK = Pattern.compile("(\\d+)[.,](\\d+)");
  private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");
  private static final Pattern DIGITS_THEN_LETTERS = Pattern.compile("(\\d+)\\p{L}.*");

  @Override
  public void read(String word, Terms terms) {
    String number = asciiDigits(word);
    Matcher oneMark = ONE_MARK.matcher(number);
    if (oneMark.matches()) {
      terms.add(oneMark.group(1) + "." + oneMark.group(2));
    }
    if (GROUPS.matcher(number).matches()) {
      terms.add(number.replace(",", "").replace(".", ""));
      return;
    }
    Matcher mixed = DIGITS_THEN_LETTERS.matcher(number);
    if (mixed.matches()) {
      terms.add(Folding.fold(number));
      terms.addWeak(mixed.group(1));
    } else if (!oneMark.matches()) {
      terms.add(number);
    }
  }

  private static String asciiDigits(String word) {
    StringBuilder number = new StringBuilder(word.length());
    word.codePoints().forEach(c -> number.appendCodePoint(ascii(c)));
    return number.toString();
  }

  private static int ascii(int codePoint) {
    if (Character.isDigit(codePoint)) {
      return '0' + Character.digit(codePoint, 10);
    }
    return switch (codePoint) {
      case '\u066B' -> '.';
      case '\u066C' -> ',';
      default -> codePoint;
    };
  }
}
