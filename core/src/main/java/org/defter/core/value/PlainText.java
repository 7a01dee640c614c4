package org.defter.core.value;

import org.defter.core.detail.Detail;

/**
 * The rule every free text keeps: something is written, it is not endless, and it holds no control
 * characters.
 */
public final class PlainText {

  /** The longest line of free text, in UTF-16 units: names, values, quotes, notes. */
  public static final int LINE_LIMIT = 10_000;

  /** The longest transcription, in UTF-16 units. */
  public static final int DOCUMENT_LIMIT = 16_000_000;

  private PlainText() {}

  /**
   * Checks one line of text.
   *
   * @return the text as given
   * @throws InvalidValue when it is blank, longer than {@link #LINE_LIMIT}, or holds a control
   *     character, a line break or half a surrogate pair
   */
  public static String line(String field, String text) {
    return checked(field, text, LINE_LIMIT, false);
  }

  /**
   * Checks a text of many lines; line breaks and tabs are allowed.
   *
   * @return the text as given
   * @throws InvalidValue as for {@link #line}, with {@link #DOCUMENT_LIMIT}
   */
  public static String document(String field, String text) {
    return checked(field, text, DOCUMENT_LIMIT, true);
  }

  private static String checked(String field, String text, int limit, boolean manyLines) {
    if (text.isBlank()) {
      throw new InvalidValue(field, Detail.of("value.empty"));
    }
    if (text.length() > limit) {
      throw new InvalidValue(field, Detail.of("value.too-long", text.length(), limit));
    }
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      boolean allowedBreak =
          manyLines && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t');
      boolean otherBreak = !manyLines && (codePoint == '\u2028' || codePoint == '\u2029');
      if (otherBreak || (Character.isISOControl(codePoint) && !allowedBreak)) {
        throw new InvalidValue(
            field, Detail.of("value.control-character", "U+%04X".formatted(codePoint), at));
      }
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        throw new InvalidValue(field, Detail.of("value.half-a-character", at));
      }
      at += Character.charCount(codePoint);
    }
    return text;
  }
}
