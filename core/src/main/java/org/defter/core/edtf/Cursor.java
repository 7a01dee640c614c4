package org.defter.core.edtf;

import org.defter.core.detail.Detail;

/** A place in the text being read. It only moves forward. */
final class Cursor {
  private final String text;
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position == text.length();
  }

  boolean at(char c) {
    return !atEnd() && text.charAt(position) == c;
  }

  boolean at(String token) {
    return text.startsWith(token, position);
  }

  boolean accept(char c) {
    return accept(String.valueOf(c));
  }

  boolean accept(String token) {
    boolean there = at(token);
    if (there) {
      position += token.length();
    }
    return there;
  }

  /** Reads the digits 0 to 9 that follow, perhaps none. */
  String digits() {
    int begin = position;
    while (!atEnd() && isDigit(text.charAt(position))) {
      position++;
    }
    return since(begin);
  }

  /** Reads the digits and {@code X}s that follow, perhaps none. */
  String digitsOrX() {
    int begin = position;
    while (!atEnd() && (isDigit(text.charAt(position)) || at('X'))) {
      position++;
    }
    return since(begin);
  }

  /** Reads one qualifier, if there is one. */
  Marks qualifier() {
    if (accept('?')) {
      return Marks.UNCERTAIN;
    }
    if (accept('~')) {
      return Marks.APPROXIMATE;
    }
    return accept('%') ? Marks.BOTH : Marks.NONE;
  }

  String since(int begin) {
    return text.substring(begin, position);
  }

  String rest() {
    return text.substring(position);
  }

  EdtfException refuse(Detail what, Detail advice) {
    return refuseAt(position, what, advice);
  }

  EdtfException refuseAt(int where, Detail what, Detail advice) {
    return new EdtfException(what, text, advice, where);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
