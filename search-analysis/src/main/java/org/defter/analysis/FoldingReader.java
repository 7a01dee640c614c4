package org.defter.analysis;

/**
 * Reads a word with no knowledge of its language: in lower case as written, so that the exact
 * spelling comes first, and folded. {@code İhsanoğlu} is found as {@code ihsanoğlu} and {@code
 * ihsanoglu}.
 *
 * <p>After an initial of one letter and an apostrophe, what follows is a word of its own as well:
 * {@code l’Organisation}, {@code O’Brien}.
 */
final class FoldingReader implements WordReader {
  @Override
  public void read(String word, Terms terms) {
    String lower = Folding.lower(word);
    terms.add(lower);
    terms.add(Folding.foldLower(lower));
    if (word.length() > 3 && Folding.isApostrophe(word.charAt(1))) {
      terms.addWeak(Folding.fold(word.substring(2)));
    }
  }
}
