package org.defter.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms of one word, each once, in the order in which they were given. */
final class Terms {
  /**
   * What a weak term counts for in a query, beside one of the word as written. It only orders the
   * results: a document that has the weak term alone is still found.
   */
  static final float WEAK = 0.5f;

  record Term(String text, float weight) {}

  private final Deque<Term> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();

  void clear() {
    waiting.clear();
    seen.clear();
  }

  /** A term that is the word itself, or its only stem. */
  void add(String text) {
    add(text, 1);
  }

  /** A term by which the word is to be found after those that match it better. */
  void addWeak(String text) {
    add(text, WEAK);
  }

  private void add(String text, float weight) {
    if (!text.isEmpty() && seen.add(text)) {
      waiting.add(new Term(text, weight));
    }
  }

  @Nullable Term next() {
    return waiting.poll();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
