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
    return word.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .findFirst()
        .map(Script::of)
        .orElse(OTHER);
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
