package org.defter.core.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which word or sign of a revised text is which of the text before. */
final class TokenMatch {

  private static final int NONE = SequenceMatch.NONE;

  /** Cells of the table that pairs words that differ by a slip. */
  private static final int MOST_CELLS = 10_000;

  private final Tokens before;
  private final Tokens after;
  private final Spelling spelling;
  private final int[] matched;

  TokenMatch(Tokens before, Tokens after, ParagraphMatch paragraphs, Spelling spelling) {
    this.before = before;
    this.after = after;
    this.spelling = spelling;
    this.matched = new int[before.count()];
    Arrays.fill(matched, NONE);
    for (int paragraph = 0; paragraph < before.paragraphs(); paragraph++) {
      if (paragraphs.of(paragraph) != NONE) {
        matchWordByWord(paragraph, paragraphs.of(paragraph));
      }
    }
    paragraphs.runs().forEach(this::match);
  }

  /** The token it has become; {@link SequenceMatch#NONE} when it has gone. */
  int of(int token) {
    return matched[token];
  }

  private void matchWordByWord(int paragraph, int other) {
    int from = before.first(paragraph);
    int otherFrom = after.first(other);
    int to = before.first(paragraph + 1);
    int otherTo = after.first(other + 1);
    while (from < to || otherFrom < otherTo) {
      int word = nextWord(before, from, to);
      int otherWord = nextWord(after, otherFrom, otherTo);
      match(IntStream.range(from, word).toArray(), IntStream.range(otherFrom, otherWord).toArray());
      if (word < to && otherWord < otherTo) {
        matched[word] = otherWord;
      }
      from = word + 1;
      otherFrom = otherWord + 1;
    }
  }

  private static int nextWord(Tokens text, int from, int to) {
    int at = from;
    while (at < to && !text.isWord(at)) {
      at++;
    }
    return at;
  }

  private void match(ParagraphMatch.Run run) {
    match(tokensOf(before, run.before()), tokensOf(after, run.after()));
  }

  private static int[] tokensOf(Tokens text, IntStream paragraphs) {
    return paragraphs
        .flatMap(paragraph -> IntStream.range(text.first(paragraph), text.first(paragraph + 1)))
        .toArray();
  }

  private void match(int[] tokens, int[] others) {
    if (tokens.length == 0 || others.length == 0) {
      return;
    }
    int[] same =
        SequenceMatch.of(
            Arrays.stream(tokens).map(before::number).toArray(),
            Arrays.stream(others).map(after::number).toArray());
    int from = 0;
    int otherFrom = 0;
    for (int at = 0; at <= tokens.length; at++) {
      if (at == tokens.length || same[at] != NONE) {
        int otherTo = at == tokens.length ? others.length : same[at];
        pairSlips(
            Arrays.copyOfRange(tokens, from, at), Arrays.copyOfRange(others, otherFrom, otherTo));
        if (at < tokens.length) {
          matched[tokens[at]] = others[otherTo];
        }
        from = at + 1;
        otherFrom = otherTo + 1;
      }
    }
  }

  /** As many pairs that differ by a slip as there can be in order. */
  private void pairSlips(int[] tokens, int[] others) {
    if (tokens.length == 0
        || others.length == 0
        || tokens.length * (long) others.length > MOST_CELLS) {
      return;
    }
    int[][] most = new int[tokens.length + 1][others.length + 1];
    for (int row = tokens.length - 1; row >= 0; row--) {
      for (int column = others.length - 1; column >= 0; column--) {
        int paired = isSlip(tokens[row], others[column]) ? most[row + 1][column + 1] + 1 : 0;
        most[row][column] =
            Math.max(paired, Math.max(most[row + 1][column], most[row][column + 1]));
      }
    }
    for (int row = 0, column = 0; row < tokens.length && column < others.length; ) {
      if (isSlip(tokens[row], others[column])
          && most[row][column] == most[row + 1][column + 1] + 1) {
        matched[tokens[row++]] = others[column++];
      } else if (most[row + 1][column] >= most[row][column + 1]) {
        row++;
      } else {
        column++;
      }
    }
  }

  private boolean isSlip(int token, int other) {
    return spelling.isSlip(before.number(token), after.number(other));
  }
}
