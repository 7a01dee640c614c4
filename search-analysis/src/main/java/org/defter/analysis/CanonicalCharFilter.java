package org.defter.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.text.Normalizer;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.jspecify.annotations.Nullable;

/**
 * Brings text to one way of writing it, with offsets that still point into the text as given.
 *
 * <ul>
 *   <li>Composed (normalization form C): {@code и} with a combining breve is {@code й}. Ligatures,
 *       Arabic presentation forms and full-width letters, which scanned books are full of, become
 *       the letters they stand for (form KC).
 *   <li>Without invisible format characters: soft hyphens, joiners, direction marks.
 *   <li>With the narrow no-break space as a space: the annex on word boundaries joins words by it.
 *   <li>A full stop or colon between two words with no space, as in {@code года.Визит}, parts them;
 *       between single Latin letters, as in {@code U.N}, it stays.
 * </ul>
 *
 * <p>The text is read whole: Elasticsearch holds a field's value in memory anyway.
 */
final class CanonicalCharFilter extends BaseCharFilter {
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char NARROW_NO_BREAK_SPACE = '\u202F';
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  private @Nullable StringBuilder canonical;
  private int next;

  CanonicalCharFilter(Reader text) {
    super(text);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (canonical == null) {
      StringWriter whole = new StringWriter();
      input.transferTo(whole);
      canonical = canonical(whole.toString());
    }
    int count = Math.min(length, canonical.length() - next);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    canonical.getChars(next, next + count, target, offset);
    next += count;
    return count;
  }

  private StringBuilder canonical(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = clusterEnd(text, start);
      if (end == start + 1 && isCanonicalAlone(text.charAt(start))) {
        out.append(text.charAt(start));
      } else {
        append(out, text.substring(start, end), start);
      }
      start = end;
    }
    partWords(out);
    return out;
  }

  /** Where the next character begins that cannot combine with the one at {@code start}. */
  private static int clusterEnd(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && continues(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean continues(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      // Vowels and final consonants of Hangul syllables written in parts.
      default -> codePoint >= 0x1160 && codePoint <= 0x11FF;
    };
  }

  private void append(StringBuilder out, String cluster, int start) {
    String composed = compose(cluster);
    int outStart = out.length();
    out.append(composed);
    for (int i = 1; i < composed.length(); i++) {
      correct(outStart + i, start + Math.min(i, cluster.length() - 1));
    }
    correct(out.length(), start + cluster.length());
  }

  private void correct(int outOffset, int textOffset) {
    if (textOffset - outOffset != getLastCumulativeDiff()) {
      addOffCorrectMap(outOffset, textOffset - outOffset);
    }
  }

  private static String compose(String cluster) {
    int base = cluster.codePointAt(0);
    if (Character.getType(base) == Character.FORMAT && base != ZERO_WIDTH_SPACE) {
      return cluster.substring(Character.charCount(base));
    }
    if (base == NARROW_NO_BREAK_SPACE) {
      return " " + cluster.substring(1);
    }
    if (isCompatibilityForm(base)) {
      String plain = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
      // A whole phrase in one character cannot be highlighted word by word: leave it.
      return plain.indexOf(' ') < 0 ? plain : cluster;
    }
    return Normalizer.normalize(cluster, Normalizer.Form.NFC);
  }

  /** Letters that make up nearly all text, and need no work: Latin, Cyrillic and Arabic. */
  private static boolean isCanonicalAlone(char c) {
    return (c < 0x300 && c != SOFT_HYPHEN)
        || (c >= 0x400 && c <= 0x52F && Character.isLetter(c))
        || (c >= 0x620 && c <= 0x64A);
  }

  /** Ligatures and Arabic presentation forms; half-width and full-width forms. */
  private static boolean isCompatibilityForm(int codePoint) {
    return (codePoint >= 0xFB00 && codePoint <= 0xFDFF)
        || (codePoint >= 0xFE70 && codePoint <= 0xFEFC)
        || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
  }

  private static void partWords(StringBuilder text) {
    for (int i = 1; i < text.length() - 1; i++) {
      char mark = text.charAt(i);
      if ((mark == '.' || mark == ':')
          && Character.isLetter(text.charAt(i - 1))
          && Character.isLetter(text.charAt(i + 1))
          && !(mark == '.' && isInitial(text, i - 1) && isInitial(text, i + 1))) {
        text.setCharAt(i, ' ');
      }
    }
  }

  private static boolean isInitial(CharSequence text, int at) {
    return Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.LATIN
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (at == text.length() - 1 || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }
}
