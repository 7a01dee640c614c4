package org.defter.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.ar.ArabicStemmer;

/**
 * Reads an Arabic word as its light stem: vowel signs and tatweel left out, the shapes of alef, yeh
 * and teh marbuta as one, and without article, conjunction and the commonest endings.
 *
 * <p>A waw at the beginning is the conjunction, or the first letter of a word such as {@code وزير}.
 * Such a word is found with it and, weaker, without.
 *
 * <p>Words with letters that Arabic lacks, Persian or Urdu ones, are normalised and not stemmed.
 */
final class ArabicReader implements WordReader {
  private static final Pattern FOREIGN = Pattern.compile("[^\\u0621-\\u064A]");

  private final ArabicStemmer stemmer = new ArabicStemmer();

  @Override
  public void read(String word, Terms terms) {
    String normal = normalize(Folding.lower(word));
    if (FOREIGN.matcher(normal).find()) {
      terms.add(normal);
      return;
    }
    if (normal.startsWith("و") && !normal.startsWith("وال")) {
      terms.add(stemWithoutPrefix(normal));
      terms.addWeak(stem(normal));
    } else {
      terms.add(stem(normal));
    }
  }

  private String stem(String word) {
    char[] letters = word.toCharArray();
    return new String(letters, 0, stemmer.stem(letters, letters.length));
  }

  private String stemWithoutPrefix(String word) {
    char[] letters = word.toCharArray();
    return new String(letters, 0, stemmer.stemSuffix(letters, letters.length));
  }

  /** Also takes the Persian code points of kaf and yeh, common in typeset Arabic, for Arabic. */
  static String normalize(String word) {
    char[] letters =
        Folding.withoutMarks(word)
            .replace('ک', 'ك')
            .replace('ی', 'ي')
            .replace('ٱ', 'ا')
            .toCharArray();
    return new String(letters, 0, new ArabicNormalizer().normalize(letters, letters.length));
  }
}
