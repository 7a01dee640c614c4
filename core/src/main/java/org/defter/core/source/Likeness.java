package org.defter.core.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How much paragraphs of two texts differ, by the words they share, in whatever order. Paragraphs
 * count from 0 here.
 */
final class Likeness {

  /** A paragraph that is longer than another by more than this may hold the whole of it. */
  private static final double SAME_SIZE = 1.5;

  /** A paragraph of fewer words is no part of a longer one: that could be chance. */
  private static final int SHORTEST_PART = 5;

  /** Another paragraph must be more than so many times as different as the one that is meant. */
  private static final double CLEARLY = 2;

  private final ParagraphMatch paragraphs;
  private final int[][] before;
  private final int[][] after;
  private final int[] became;
  private final int[] cameFrom;

  Likeness(Tokens before, Tokens after, ParagraphMatch paragraphs, TokenMatch tokens) {
    this.paragraphs = paragraphs;
    this.before = sortedWords(before);
    this.after = sortedWords(after);
    this.became = new int[before.paragraphs()];
    this.cameFrom = new int[after.paragraphs()];
    findCounterparts(before, after, tokens);
  }

  /** Where most of what is left of a paragraph is now, and where most of a new one came from. */
  private void findCounterparts(Tokens from, Tokens to, TokenMatch tokens) {
    Arrays.fill(became, SequenceMatch.NONE);
    Arrays.fill(cameFrom, SequenceMatch.NONE);
    int[] mostOfNew = new int[after.length];
    for (int paragraph = 0; paragraph < before.length; paragraph++) {
      Map<Integer, Integer> kept = new HashMap<>();
      for (int token = from.first(paragraph); token < from.first(paragraph + 1); token++) {
        if (tokens.of(token) != SequenceMatch.NONE) {
          kept.merge(to.paragraphOf(tokens.of(token)), 1, Integer::sum);
        }
      }
      int most = 0;
      for (var other : kept.entrySet()) {
        if (other.getValue() > most) {
          most = other.getValue();
          became[paragraph] = other.getKey();
        }
        if (other.getValue() > mostOfNew[other.getKey()]) {
          mostOfNew[other.getKey()] = other.getValue();
          cameFrom[other.getKey()] = paragraph;
        }
      }
    }
  }

  /**
   * 0 when they share all words, 1 when they share none. When one is much longer, only the words of
   * the shorter count, unless they are few: paragraphs are split and joined.
   */
  double difference(int paragraph, int other) {
    return difference(before[paragraph], after[other]);
  }

  private static double difference(int[] words, int[] others) {
    int longer = Math.max(words.length, others.length);
    int shorter = Math.min(words.length, others.length);
    if (shorter == 0 || (shorter < SHORTEST_PART && !isSameSize(words, others))) {
      return 1;
    }
    double size = isSameSize(words, others) ? (longer + shorter) / 2.0 : shorter;
    return 1 - shared(words, others) / size;
  }

  private static boolean isSameSize(int[] words, int[] others) {
    return Math.max(words.length, others.length)
        <= SAME_SIZE * Math.min(words.length, others.length);
  }

  /**
   * Whether it is not clear that a changed paragraph has become this one: another that is not known
   * may have become it, or it may have become another. One that is more like its own counterpart is
   * out of the question, unless it says the same; and where the sizes differ much, so is one
   * without at least half of the quoted words.
   *
   * @param quoted the words that are looked for, sorted
   * @param quotedFrom whether a paragraph of the text before holds a part of the quote
   */
  boolean isRivalled(int paragraph, int other, int[] quoted, IntPredicate quotedFrom) {
    double clear = CLEARLY * difference(paragraph, other);
    return IntStream.range(0, before.length)
            .filter(rival -> paragraphs.of(rival) == SequenceMatch.NONE && !quotedFrom.test(rival))
            .filter(rival -> isNear(before[rival], after[other], before[rival], quoted, clear))
            .anyMatch(rival ->
                Arrays.equals(before[rival], before[paragraph])
                    || !isLiker(rival, became[rival], difference(rival, other)))
        || IntStream.range(0, after.length)
            .filter(rival -> paragraphs.isUnknown(rival) && rival != other)
            .filter(rival -> isNear(before[paragraph], after[rival], after[rival], quoted, clear))
            .anyMatch(rival ->
                Arrays.equals(after[rival], after[other])
                    || !isLiker(cameFrom[rival], rival, difference(paragraph, rival)));
  }

  private static boolean isNear(
      int[] words, int[] others, int[] rival, int[] quoted, double clear) {
    return (isSameSize(words, others) || 2 * shared(rival, quoted) >= quoted.length)
        && difference(words, others) <= clear;
  }

  /** Whether these two are counterparts, and differ by less. */
  private boolean isLiker(int paragraph, int other, double difference) {
    return paragraph != SequenceMatch.NONE
        && other != SequenceMatch.NONE
        && difference(paragraph, other) < difference;
  }

  private static int[][] sortedWords(Tokens text) {
    int[][] words = new int[text.paragraphs()][];
    for (int paragraph = 0; paragraph < words.length; paragraph++) {
      words[paragraph] = text.words(text.first(paragraph), text.first(paragraph + 1));
      Arrays.sort(words[paragraph]);
    }
    return words;
  }

  /** How many words are in both, counted as often as they are in both. */
  private static int shared(int[] words, int[] others) {
    int shared = 0;
    for (int at = 0, other = 0; at < words.length && other < others.length; ) {
      if (words[at] == others[other]) {
        shared++;
        at++;
        other++;
      } else if (words[at] < others[other]) {
        at++;
      } else {
        other++;
      }
    }
    return shared;
  }
}
