package org.defter.analysis;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Spellings that a reader does not distinguish, brought to one. */
final class Folding {
  /** Longest expansion of one character by {@link ASCIIFoldingFilter}. */
  private static final int LONGEST_EXPANSION = 4;

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private Folding() {}

  /** Lower case for any language but Turkish and Azerbaijani; signs inside the word left out. */
  static String lower(String word) {
    return plain(word.replace("İ", "i").toLowerCase(Locale.ROOT));
  }

  /** Lower case where {@code I} is the capital of {@code ı}. */
  static String azerbaijaniLower(String word) {
    return plain(word.replace('I', 'ı').replace("İ", "i").toLowerCase(Locale.ROOT));
  }

  /** Lower case and without what a keyboard may lack, by the rules of the word's script. */
  static String fold(String word) {
    return foldLower(lower(word));
  }

  /**
   * As {@link #fold}, for a word already in lower case. Latin becomes ASCII, with {@code ə} as
   * {@code e}; Cyrillic loses {@code ё} and stress marks but keeps {@code й}; Arabic is normalised.
   */
  static String foldLower(String word) {
    return switch (Script.of(word)) {
      case LATIN -> ascii(word);
      case CYRILLIC -> withoutMarks(word).replace('ё', 'е');
      case ARABIC -> ArabicReader.normalize(word);
      case GREEK_OR_HEBREW -> withoutMarks(Normalizer.normalize(word, Normalizer.Form.NFD));
      case OTHER -> word;
    };
  }

  /** Without stress marks, vowel signs and whatever else is written over or under letters. */
  static String withoutMarks(String word) {
    return MARKS.matcher(word).replaceAll("");
  }

  private static String ascii(String word) {
    // Lucene folds the schwa to "a"; Azerbaijani readers without the key write "e".
    String latin = withoutMarks(word).replace('ə', 'e').replace('ǝ', 'e');
    char[] folded = new char[latin.length() * LONGEST_EXPANSION];
    int length = ASCIIFoldingFilter.foldToASCII(latin.toCharArray(), 0, folded, 0, latin.length());
    return new String(folded, 0, length);
  }

  /** Without apostrophes of any shape, transliteration's hamza and ayn, and the dots of U.N. */
  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    word.chars().filter(c -> c != '.' && !isApostrophe(c)).forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  /** Modifier letters that look like an apostrophe count as one. */
  static boolean isApostrophe(int c) {
    return "'\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\uFF07\u05F3".indexOf(c) >= 0;
  }
}
