package org.defter.analysis;

/**
 * Reads one word of a text as the terms it is found by.
 *
 * <p>A reader may keep a stemmer's buffers: it serves one token stream, and is never shared between
 * threads.
 */
interface WordReader {
  /**
   * Gives the terms of a word, the one that says most first. All of them stand at the word's
   * position; a word that gives none is not indexed.
   *
   * @param word as written, in normalization form C
   */
  void read(String word, Terms terms);
}
