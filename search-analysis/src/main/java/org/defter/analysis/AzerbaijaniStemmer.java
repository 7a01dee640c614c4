package org.defter.analysis;

import java.util.List;

/**
 * Takes the endings of number, possession and case off an Azerbaijani noun.
 *
 * <p>It works on folded words ({@code ə} as {@code e}, {@code ı} as {@code i}, {@code ü} as {@code
 * u}), where vowel harmony leaves two shapes of an ending at most, so that a word typed without the
 * Azerbaijani letters has the same stem. Derivation and verbs are left alone, and so are words of
 * one syllable before an ending that begins with a vowel.
 *
 * <p>Nothing tells {@code Azərbaycan-ın} from {@code qətnamə-nin} without a dictionary. So a final
 * {@code n} or vowel is cut off the dictionary form as well, wherever it could be an ending: stems
 * need not be words, they only have to meet.
 */
final class AzerbaijaniStemmer {
  /**
   * Endings that are cut off together, the longer first.
   *
   * @param afterVowel whether what is left must end in a vowel, or in a consonant
   * @param shortest how many letters must be left
   * @param vowels how many vowels must be left
   */
  private record Endings(List<String> texts, boolean afterVowel, int shortest, int vowels) {}

  private static final List<Endings> ENDINGS =
      List.of(
          new Endings(
              List.of(
                  "ndaki", "ndeki", "ndan", "nden", "nda", "nde", "nin", "nun", "na", "ne", "ni",
                  "nu", "si", "su", "ya", "ye", "n"),
              true,
              3,
              2),
          new Endings(List.of("lar", "ler"), false, 3, 1),
          new Endings(List.of("daki", "deki", "dan", "den", "dir", "dur", "da", "de"), false, 4, 1),
          new Endings(List.of("lar", "ler", "da", "de"), true, 4, 1),
          new Endings(List.of("daki", "deki", "dan", "den", "dir", "dur"), true, 4, 2),
          new Endings(List.of("in", "un", "i", "u", "a", "e"), false, 4, 2));

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
    for (Endings endings : ENDINGS) {
      for (String ending : endings.texts()) {
        String rest = word.substring(0, Math.max(0, word.length() - ending.length()));
        if (word.endsWith(ending) && mayStand(rest, endings)) {
          return rest;
        }
      }
    }
    return word;
  }

  private static boolean mayStand(String rest, Endings before) {
    return rest.length() >= before.shortest()
        && vowels(rest) >= before.vowels()
        && isVowel(rest.charAt(rest.length() - 1)) == before.afterVowel();
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
