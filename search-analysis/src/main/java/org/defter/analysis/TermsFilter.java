package org.defter.analysis;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Puts the terms of each word in the word's place: same offsets, same position. */
final class TermsFilter extends TokenFilter {
  private static final int MOST_KNOWN_WORDS = 4096;

  private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final BoostAttribute boost = addAttribute(BoostAttribute.class);
  private final WordReader reader;
  private final Map<String, List<Terms.Term>> known = new HashMap<>();
  private Iterator<Terms.Term> further = Collections.emptyIterator();
  private AttributeSource.@Nullable State word;

  TermsFilter(TokenStream input, WordReader reader) {
    super(input);
    this.reader = reader;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (further.hasNext()) {
      restoreState(word);
      increment.setPositionIncrement(0);
      put(further.next());
      return true;
    }
    return nextWord();
  }

  private boolean nextWord() throws IOException {
    int skipped = 0;
    while (input.incrementToken()) {
      further = terms(text.toString()).iterator();
      if (further.hasNext()) {
        // A word without terms leaves its gap, so that phrases keep their distances.
        increment.setPositionIncrement(increment.getPositionIncrement() + skipped);
        Terms.Term first = further.next();
        word = further.hasNext() ? captureState() : null;
        put(first);
        return true;
      }
      skipped += increment.getPositionIncrement();
    }
    return false;
  }

  /** Words repeat: reading each once and looking it up after that makes indexing much faster. */
  private List<Terms.Term> terms(String written) {
    List<Terms.Term> terms = known.get(written);
    if (terms == null) {
      Terms collected = new Terms();
      reader.read(written, collected);
      terms = collected.list();
      if (known.size() == MOST_KNOWN_WORDS) {
        known.clear();
      }
      known.put(written, terms);
    }
    return terms;
  }

  private void put(Terms.Term term) {
    text.setEmpty().append(term.text());
    boost.setBoost(term.weight());
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    further = Collections.emptyIterator();
    word = null;
  }
}
