package org.defter.analysis;

/**
 * Reads an Azerbaijani word in Latin letters: in lower case by the rules of its alphabet ({@code I}
 * is {@code ı}, {@code İ} is {@code i}), as typed without its own letters, and by its stem.
 *
 * <p>{@code Bakıda} is {@code bakıda}, {@code bakida} and {@code baki}. The first two count for
 * more, so the exact spelling, and then the exact form, come first. An apostrophe is left out,
 * whether it parts an ending ({@code NATO’nun}) or stands in the older spelling ({@code mə’lum}).
 */
final class AzerbaijaniReader implements WordReader {
  @Override
  public void read(String word, Terms terms) {
    String lower = Folding.azerbaijaniLower(word);
    String folded = Folding.foldLower(lower);
    terms.add(lower);
    terms.add(folded);
    terms.addWeak(AzerbaijaniStemmer.stem(folded));
  }
}
