package org.defter.core.edtf;

import org.defter.core.detail.Detail;

/**
 * A text that is no date by {@link Edtf}. The message is for the person who wrote the date: what is
 * wrong, in which text, what to write, and at which character, counted from 1. For example: {@code
 * month 13 in '1991-13': months are 01 to 12 (character 6)}.
 */
public final class EdtfException extends IllegalArgumentException {
  private static final int QUOTED_LENGTH = 80;

  private final transient Detail detail;
  private final int position;

  EdtfException(Detail what, String text, Detail advice, int position) {
    this.detail = Detail.of("edtf.refused", what, quotable(text), advice, position + 1);
    this.position = position;
  }

  /** Said only when it is asked for: many words are tried as dates that are none. */
  @Override
  public String getMessage() {
    return detail.toString();
  }

  /** What is wrong, where, and what to write. */
  public Detail detail() {
    return detail;
  }

  /** Index of the {@code char} in the text at which reading stopped, counted from 0. */
  public int position() {
    return position;
  }

  /** Cuts a long text and shows what cannot be printed as its code point. */
  static String quotable(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints().limit(QUOTED_LENGTH).forEach(c -> appendPrintable(quoted, c));
    return text.codePointCount(0, text.length()) > QUOTED_LENGTH
        ? quoted + "..."
        : quoted.toString();
  }

  private static void appendPrintable(StringBuilder quoted, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          quoted.append("U+%04X".formatted(codePoint));
      default -> quoted.appendCodePoint(codePoint);
    }
  }
}
