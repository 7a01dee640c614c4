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

  /** One character and the combining marks that follow it. */
  private static int clusterEnd(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && isMark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }

  private static String foldCluster(String cluster) {
    int first = cluster.codePointAt(0);
    if (first == SOFT_HYPHEN) {
      return "";
    }
    if (Character.isWhitespace(first) || Character.isSpaceChar(first)) {
      return " ";
    }
    return Normalizer.isNormalized(cluster, Normalizer.Form.NFC)
        ? cluster
        : Normalizer.normalize(cluster, Normalizer.Form.NFC);
  }

  String text() {
    return text;
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
