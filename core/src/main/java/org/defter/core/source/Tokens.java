package org.defter.core.source;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * A folded text as a sequence of words and signs. A token lies in one paragraph; paragraphs count
 * from 0 here, and offsets are those of the folded text.
 */
final class Tokens {

  private final Spelling spelling;
  private int[] numbers = new int[1024];
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private final int[] firsts;
  private int count;

  Tokens(Anchoring text, Spelling spelling) {
    this.spelling = spelling;
    var paragraphs = text.paragraphs().all();
    firsts = new int[paragraphs.size() + 1];
    for (int paragraph = 0; paragraph < paragraphs.size(); paragraph++) {
      firsts[paragraph] = count;
      read(
          text.folded().text(),
          text.folded().indexAt(paragraphs.get(paragraph).start()),
          text.folded().indexAt(paragraphs.get(paragraph).end()));
    }
    firsts[paragraphs.size()] = count;
    numbers = Arrays.copyOf(numbers, count);
    starts = Arrays.copyOf(starts, count);
    ends = Arrays.copyOf(ends, count);
  }

  private void read(String text, int from, int until) {
    for (int at = from; at < until; ) {
      int end = at + Character.charCount(text.codePointAt(at));
      if (Spelling.isOfWord(text.codePointAt(at))) {
        while (end < until && Spelling.isOfWord(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
      }
      if (text.charAt(at) != ' ') {
        add(text.substring(at, end), at, end);
      }
      at = end;
    }
  }

  private void add(String token, int start, int end) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    numbers[count] = spelling.number(token);
    starts[count] = start;
    ends[count++] = end;
  }

  int count() {
    return count;
  }

  int paragraphs() {
    return firsts.length - 1;
  }

  /** The number of its spelling. */
  int number(int token) {
    return numbers[token];
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  boolean isWord(int token) {
    return spelling.isWord(numbers[token]);
  }

  /** The first token of a paragraph; that of the paragraph after it ends it. */
  int first(int paragraph) {
    return firsts[paragraph];
  }

  int paragraphOf(int token) {
    int found = Arrays.binarySearch(firsts, token);
    if (found < 0) {
      return -found - 2;
    }
    // A paragraph of nothing that is seen (soft hyphens) has no tokens and begins where the next
    // one does.
    while (firsts[found + 1] == token) {
      found++;
    }
    return found;
  }

  /** The first token that ends after this offset; the count when there is none. */
  int endingAfter(int offset) {
    int found = Arrays.binarySearch(ends, offset + 1);
    return found < 0 ? -found - 1 : found;
  }

  /** How many tokens begin before this offset. */
  int beginningBefore(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * What a paragraph says, for comparison: its words; its signs where it has no words.
   *
   * @return equal for paragraphs that say the same
   */
  IntBuffer saying(int paragraph) {
    int[] words = words(first(paragraph), first(paragraph + 1));
    return IntBuffer.wrap(
        words.length > 0
            ? words
            : Arrays.copyOfRange(numbers, first(paragraph), first(paragraph + 1)));
  }

  /** The spellings of the words in a range of tokens. */
  int[] words(int from, int to) {
    int[] words = new int[to - from];
    int found = 0;
    for (int token = from; token < to; token++) {
      if (isWord(token)) {
        words[found++] = numbers[token];
      }
    }
    return Arrays.copyOf(words, found);
  }
}
