package org.defter.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Puts the terms of each word in the word's place: same offsets, same position. */
final class TermsFilter extends TokenFilter {
  private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final BoostAttribute boost = addAttribute(BoostAttribute.class);
  private final WordReader reader;
  private final Terms terms = new Terms();
  private AttributeSource.@Nullable State word;

  TermsFilter(TokenStream input, WordReader reader) {
    super(input);
    this.reader = reader;
  }

  @Override
  public boolean incrementToken() throws IOException {
    Terms.Term further = terms.next();
    if (further != null) {
      restoreState(word);
      increment.setPositionIncrement(0);
      put(further);
      return true;
    }
    return nextWord();
  }

  private boolean nextWord() throws IOException {
    int skipped = 0;
    while (input.incrementToken()) {
      terms.clear();
      reader.read(text.toString(), terms);
      Terms.Term first = terms.next();
      if (first != null) {
        // A word without terms leaves its gap, so that phrases keep their distances.
        increment.setPositionIncrement(increment.getPositionIncrement() + skipped);
        word = terms.isEmpty() ? null : captureState();
        put(first);
        return true;
      }
      skipped += increment.getPositionIncrement();
    }
    return false;
  }

  private void put(Terms.Term term) {
    text.setEmpty().append(term.text());
    boost.setBoost(term.weight());
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    terms.clear();
    word = null;
  }
}
