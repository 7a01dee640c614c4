package org.defter.analysis;

/** Reads a word by its script: Cyrillic, Arabic, numbers, and Latin as the text's language asks. */
final class ScriptReader implements WordReader {
  private final WordReader latin;
  private final WordReader russian = new RussianReader();
  private final WordReader arabic = new ArabicReader();
  private final WordReader folding = new FoldingReader();
  private final WordReader numbers = new NumberReader();

  ScriptReader(WordReader latin) {
    this.latin = latin;
  }

  @Override
  public void read(String word, Terms terms) {
    readerOf(word).read(word, terms);
  }

  private WordReader readerOf(String word) {
    if (Character.isDigit(word.codePointAt(0))) {
      return numbers;
    }
    return switch (Script.of(word)) {
      case LATIN -> latin;
      case CYRILLIC -> russian;
      case ARABIC -> arabic;
      case GREEK_OR_HEBREW, OTHER -> folding;
    };
  }
}
