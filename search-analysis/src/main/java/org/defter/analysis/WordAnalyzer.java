package org.defter.analysis;

import java.io.Reader;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The one chain all analyzers share: canonical text, words by Unicode Standard Annex 29, and a
 * {@link WordReader} that turns each word into its terms.
 */
final class WordAnalyzer extends Analyzer {
  private final Supplier<WordReader> readers;

  WordAnalyzer(Supplier<WordReader> readers) {
    this.readers = readers;
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new CanonicalCharFilter(reader);
  }

  @Override
  protected Reader initReaderForNormalization(String field, Reader reader) {
    return new CanonicalCharFilter(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, new TermsFilter(words, readers.get()));
  }

  /** The part of a word in a prefix or wildcard query: folded, and never stemmed. */
  @Override
  protected TokenStream normalize(String field, TokenStream input) {
    return new TermsFilter(input, (word, terms) -> terms.add(Folding.fold(word)));
  }
}
