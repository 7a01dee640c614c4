package org.defter.core.source;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text with what the eye cannot see folded away, and the way back to the original offsets.
 *
 * <p>Canonically equivalent sequences become NFC (Unicode Standard Annex 15), soft hyphens go, and
 * each run of white space, of whatever kind, becomes one space.
 */
final class FoldedText {

  private static final int SOFT_HYPHEN = 0x00AD;

  /** Combining marks taken together, after UAX 15 section 13: more is no writing, but an attack. */
  private static final int MOST_MARKS = 30;

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private FoldedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static String fold(String text) {
    return of(text).text();
  }

  static FoldedText of(String original) {
    StringBuilder folded = new StringBuilder(original.length());
    int[] starts = new int[original.length() + 16];
    int[] ends = new int[original.length() + 16];
    for (int at = 0; at < original.length(); ) {
      int end = clusterEnd(original, at);
      String cluster = foldCluster(original.substring(at, end));
      if (folded.length() + cluster.length() > starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2 + cluster.length());
        ends = Arrays.copyOf(ends, starts.length);
      }
      boolean furtherSpace =
          cluster.equals(" ") && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ';
      if (!furtherSpace) {
        for (int unit = 0; unit < cluster.length(); unit++) {
          starts[folded.length() + unit] = at;
          ends[folded.length() + unit] = end;
        }
        folded.append(cluster);
      }
      at = end;
    }
    return new FoldedText(folded.toString(), starts, ends);
  }

  /** One character and what combines with it; white space and soft hyphens combine with nothing. */
  private static int clusterEnd(String text, int start) {
    int first = text.codePointAt(start);
    int end = start + Character.charCount(first);
    if (first == SOFT_HYPHEN || isSpace(first)) {
      return end;
    }
    for (int marks = 0;
        marks < MOST_MARKS && end < text.length() && combines(text.codePointAt(end));
        marks++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean combines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> isLaterHangulJamo(codePoint);
    };
  }

  /** Vowels and final consonants, which compose with the jamo before them. */
  private static boolean isLaterHangulJamo(int codePoint) {
    return codePoint >= 0x1160 && codePoint <= 0x11FF;
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static String foldCluster(String cluster) {
    int first = cluster.codePointAt(0);
    if (first == SOFT_HYPHEN) {
      return "";
    }
    if (isSpace(first)) {
      return " ";
    }
    return Normalizer.isNormalized(cluster, Normalizer.Form.NFC)
        ? cluster
        : Normalizer.normalize(cluster, Normalizer.Form.NFC);
  }

  String text() {
    return text;
  }

  /** Whether a stretch cuts no character off from the marks that combine with it. */
  boolean isWhole(int from, int to) {
    return isBoundary(from) && isBoundary(to);
  }

  private boolean isBoundary(int index) {
    return index == 0 || index == text.length() || starts[index] != starts[index - 1];
  }

  /** The first folded unit that comes from this original offset or from beyond it. */
  int indexAt(int original) {
    int found = Arrays.binarySearch(starts, 0, text.length(), original);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && starts[found - 1] == original) {
      found--;
    }
    return found;
  }

  /** Where in the original the folded unit at this index begins. */
  int start(int index) {
    return starts[index];
  }

  /** Where in the original the folded units before this index end. */
  int end(int index) {
    return ends[index - 1];
  }
}
