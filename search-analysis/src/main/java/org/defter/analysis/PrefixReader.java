package org.defter.analysis;

/**
 * Reads a word of a name by its beginnings of 1 to 20 characters, and whole where it is longer: for
 * suggestions while someone types.
 */
final class PrefixReader implements WordReader {
  private static final int LONGEST_PREFIX = 20;

  private final WordReader names = new NameReader();
  private final Terms whole = new Terms();

  @Override
  public void read(String word, Terms terms) {
    whole.clear();
    names.read(word, whole);
    for (Terms.Term term = whole.next(); term != null; term = whole.next()) {
      String text = term.text();
      terms.add(text);
      int longest = Math.min(LONGEST_PREFIX, text.codePointCount(0, text.length()));
      for (int length = 1; length <= longest; length++) {
        terms.add(text.substring(0, text.offsetByCodePoints(0, length)));
      }
    }
  }
}
