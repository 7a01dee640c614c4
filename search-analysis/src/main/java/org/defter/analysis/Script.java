package org.defter.analysis;

import java.lang.Character.UnicodeScript;

/** The script of a word, as far as its reading depends on it. */
enum Script {
  LATIN,
  CYRILLIC,
  ARABIC,
  GREEK_OR_HEBREW,
  OTHER;

  /** By the word's first letter; signs and digits before it do not count. */
  static Script of(String word) {
    int codePoint;
    for (int i = 0; i < word.length(); i += Character.charCount(codePoint)) {
      codePoint = word.codePointAt(i);
      UnicodeScript script = UnicodeScript.of(codePoint);
      if (Character.isLetter(codePoint)
          && script != UnicodeScript.COMMON
          && script != UnicodeScript.INHERITED) {
        return of(script);
      }
    }
    return OTHER;
  }

  private static Script of(UnicodeScript script) {
    return switch (script) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case ARABIC -> ARABIC;
      case GREEK, HEBREW -> GREEK_OR_HEBREW;
      default -> OTHER;
    };
  }
}
