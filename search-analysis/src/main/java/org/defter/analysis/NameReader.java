package org.defter.analysis;

/** Reads a word of a name: in lower case as written, and folded; never stemmed. */
final class NameReader implements WordReader {
  private final WordReader folding = new FoldingReader();
  private final WordReader numbers = new NumberReader();

  @Override
  public void read(String word, Terms terms) {
    WordReader reader = Character.isDigit(word.codePointAt(0)) ? numbers : folding;
    reader.read(word, terms);
  }
}
