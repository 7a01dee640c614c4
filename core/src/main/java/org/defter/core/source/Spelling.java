package org.defter.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words and signs of two texts, each spelling with a number of its own. Case does not make
 * another spelling.
 */
final class Spelling {

  /** A word that is shorter than this has no slip in it: with one letter changed, it is another. */
  private static final int SHORTEST = 4;

  /** One letter in so many may be a slip. */
  private static final int LETTERS_TO_A_SLIP = 4;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> spelled = new ArrayList<>();

  int number(String token) {
    return numbers.computeIfAbsent(
        token.toLowerCase(Locale.ROOT),
        spelling -> {
          spelled.add(spelling);
          return spelled.size() - 1;
        });
  }

  boolean isWord(int number) {
    return isOfWord(spelled.get(number).codePointAt(0));
  }

  /** Letters, digits, and the marks on them. */
  static boolean isOfWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  /**
   * Whether one may be the other with a slip of the pen mended: two signs; or two words without
   * digits of at least four letters, of which at most one in four differs, but one always may.
   */
  boolean isSlip(int one, int other) {
    String first = spelled.get(one);
    String second = spelled.get(other);
    if (one == other || !isWord(one) || !isWord(other)) {
      return one == other || (!isWord(one) && !isWord(other));
    }
    int shorter = Math.min(first.length(), second.length());
    int slips = Math.max(1, shorter / LETTERS_TO_A_SLIP);
    return shorter >= SHORTEST
        && Math.abs(first.length() - second.length()) <= slips
        && first.codePoints().noneMatch(Character::isDigit)
        && second.codePoints().noneMatch(Character::isDigit)
        && distance(first, second) <= slips;
  }

  /** Levenshtein's distance. */
  private static int distance(String first, String second) {
    int[] row = new int[second.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int at = 1; at <= first.length(); at++) {
      int diagonal = row[0];
      row[0] = at;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (first.charAt(at - 1) == second.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[second.length()];
  }
}
