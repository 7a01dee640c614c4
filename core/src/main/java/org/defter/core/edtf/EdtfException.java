package org.defter.core.edtf;

/**
 * A text that is no date by {@link Edtf}. The message is for the person who wrote the date: what is
 * wrong, in which text, what to write, and at which character, counted from 1. For example: {@code
 * month 13 in '1991-13': months are 01 to 12 (character 6)}.
 */
public final class EdtfException extends IllegalArgumentException {
  private static final int QUOTED_LENGTH = 80;

  private final int position;

  EdtfException(String what, String text, String advice, int position) {
    super(
        quotable(what)
            + " in '"
            + quotable(text)
            + "': "
            + advice
            + " (character "
            + (position + 1)
            + ")");
    this.position = position;
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
