package org.defter.analysis;

import java.util.ArrayList;
import java.util.List;

/** The terms of one word, each once, in the order in which they were given. */
final class Terms {
  /**
   * What a weak term counts for in a query, beside one of the word as written. It only orders the
   * results: a document that has the weak term alone is still found.
   */
  static final float WEAK = 0.5f;

  record Term(String text, float weight) {}

  private final List<Term> terms = new ArrayList<>();

  /** A term that is the word itself, or its only stem. */
  void add(String text) {
    add(text, 1);
  }

  /** A term by which the word is to be found after those that match it better. */
  void addWeak(String text) {
    add(text, WEAK);
  }

  private void add(String text, float weight) {
    if (!text.isEmpty() && terms.stream().noneMatch(term -> term.text().equals(text))) {
      terms.add(new Term(text, weight));
    }
  }

  List<Term> list() {
    return List.copyOf(terms);
  }
}
