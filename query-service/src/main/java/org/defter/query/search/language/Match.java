package org.defter.query.search.language;

/** How a term of a query is compared with what stands in the archive. */
public enum Match {
  /** In any of its grammatical forms. */
  WORD,
  /** Several words together, in this order. */
  PHRASE,
  /** Any word that begins so. */
  PREFIX,
  /** The word, or one that differs from it by a letter or two. */
  FUZZY
}
