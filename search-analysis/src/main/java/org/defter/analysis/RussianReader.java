package org.defter.analysis;

import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Reads a Russian word as its Snowball stem: {@code резолюция, резолюций, резолюцию} are {@code
 * резолюц}.
 *
 * <p>Snowball takes {@code -ов} and {@code -ев} for the genitive plural and so cuts the nominative
 * of surnames, {@code Алиев}, shorter than its other cases: {@code Алиева, Алиевой, Алиеву} are
 * {@code алиев}. The same befalls {@code слов} beside {@code слово}. No dictionary is at hand to
 * tell {@code Иванов} from {@code документов}, so such a word is found uncut, and cut:
 *
 * <ul>
 *   <li>uncut, which is the stem of the surname's other cases;
 *   <li>by its Snowball stem, weaker, unless fewer than three letters would be left, or it ends in
 *       {@code -иев} as {@code Алиев} and {@code Киев} do; nouns in {@code -арий, -ерий, -орий,
 *       -ений}, whose genitive plural that is ({@code критериев}), keep their stem.
 * </ul>
 *
 * <p>What it costs: a search for {@code Иванов} also finds {@code Иван}, ranked lower. Names have
 * their own analyzer, which does not stem. Words with letters that Russian lacks, such as Ukrainian
 * ones, are only folded.
 */
final class RussianReader implements WordReader {
  private static final int SHORTEST_STEM = 3;

  private final RussianStemmer stemmer = new RussianStemmer();

  @Override
  public void read(String word, Terms terms) {
    String folded = Folding.fold(word);
    if (!folded.chars().allMatch(c -> c >= 'а' && c <= 'я')) {
      terms.add(folded);
      return;
    }
    String stem = stem(folded);
    if (!endsLikeASurname(folded)) {
      terms.add(stem);
      return;
    }
    terms.add(folded);
    if (stem.length() >= SHORTEST_STEM && (!folded.endsWith("иев") || isNounInIj(folded))) {
      terms.addWeak(stem);
    }
  }

  private static boolean endsLikeASurname(String word) {
    return word.endsWith("ов") || word.endsWith("ев");
  }

  private static boolean isNounInIj(String word) {
    return word.endsWith("ариев")
        || word.endsWith("ериев")
        || word.endsWith("ориев")
        || word.endsWith("ениев");
  }

  private String stem(String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
