package org.defter.analysis;

import java.util.List;

/**
 * Takes the endings of number, possession and case off an Azerbaijani noun.
 *
 * <p>It works on folded words ({@code ə} as {@code e}, {@code ı} as {@code i}, {@code ü} as {@code
 * u}), where vowel harmony leaves two shapes of an ending at most, so that a word typed without the
 * Azerbaijani letters has the same stem. It is conservative: derivation and verbs are left alone,
 * and what is left is never shorter than four letters and one vowel, or two vowels where the ending
 * is a single vowel or begins with one. Stems need not be words; they only have to meet.
 */
final class AzerbaijaniStemmer {
  /** Endings that begin with a consonant, the longer first: plural, case, possession, copula. */
  private static final List<String> AFTER_ANY =
      List.of(
          "ndaki", "ndeki", "daki", "deki", "ndan", "nden", "lar", "ler", "dan", "den", "nda",
          "nde", "nin", "nun", "dir", "dur", "da", "de", "na", "ne", "ni", "nu", "si", "su", "ya",
          "ye");

  /** Endings that begin with a vowel: genitive, then possession, accusative and dative. */
  private static final List<String> AFTER_CONSONANT = List.of("in", "un", "i", "u", "a", "e");

  private static final int SHORTEST_STEM = 4;

  private AzerbaijaniStemmer() {}

  static String stem(String word) {
    String stem = word;
    String shorter = withoutEnding(stem);
    while (shorter.length() < stem.length()) {
      stem = shorter;
      shorter = withoutEnding(stem);
    }
    return vowels(stem) < 2 ? stem : hardened(stem);
  }

  private static String withoutEnding(String word) {
    for (String ending : AFTER_ANY) {
      String rest = cut(word, ending);
      if (rest.length() >= SHORTEST_STEM && rest.length() < word.length() && vowels(rest) >= 1) {
        return rest;
      }
    }
    for (String ending : AFTER_CONSONANT) {
      String rest = cut(word, ending);
      if (rest.length() < word.length()
          && rest.length() >= SHORTEST_STEM
          && vowels(rest) >= 2
          && !isVowel(rest.charAt(rest.length() - 1))) {
        return rest;
      }
    }
    return word;
  }

  private static String cut(String word, String ending) {
    return word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : word;
  }

  /** The final consonant that softens before a vowel: uşaq, uşağı; çörək, çörəyi. */
  private static String hardened(String stem) {
    String rest = stem.substring(0, stem.length() - 1);
    return switch (stem.charAt(stem.length() - 1)) {
      case 'g' -> rest + 'q';
      case 'y' -> rest + 'k';
      default -> stem;
    };
  }

  private static long vowels(String word) {
    return word.chars().filter(AzerbaijaniStemmer::isVowel).count();
  }

  private static boolean isVowel(int c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
