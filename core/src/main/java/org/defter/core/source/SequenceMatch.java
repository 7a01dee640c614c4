package org.defter.core.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Which elements of one sequence stand in another in the same order.
 *
 * <p>What is unique in both is matched first (the patience diff of Bram Cohen), then what lies
 * between; where nothing is unique, the longest common subsequence. Time and memory are bounded: a
 * stretch that is too long for that, or too much alike all over, is left unmatched.
 */
final class SequenceMatch {

  static final int NONE = -1;

  /** Cells of one table for a longest common subsequence: 1 MB. */
  private static final long MOST_CELLS = 250_000;

  /** Elements looked at in all, for each element there is. */
  private static final long MOST_PASSES = 200;

  /** A stretch of both sequences, its ends excluded. */
  private record Stretch(int from, int to, int otherFrom, int otherTo) {}

  private final int[] one;
  private final int[] other;
  private final int[] matched;
  private final Deque<Stretch> left = new ArrayDeque<>();
  private long budget;

  private SequenceMatch(int[] one, int[] other) {
    this.one = one;
    this.other = other;
    this.matched = new int[one.length];
    this.budget = MOST_PASSES * (one.length + other.length + 1L);
    Arrays.fill(matched, NONE);
  }

  /** For each element of the one its place in the other, or {@link #NONE}; the places grow. */
  static int[] of(int[] one, int[] other) {
    SequenceMatch match = new SequenceMatch(one, other);
    match.left.push(new Stretch(0, one.length, 0, other.length));
    while (!match.left.isEmpty() && match.budget > 0) {
      match.match(match.left.pop());
    }
    return match.matched;
  }

  private void match(Stretch all) {
    Stretch stretch = withoutEqualEnds(all);
    int length = stretch.to() - stretch.from();
    int otherLength = stretch.otherTo() - stretch.otherFrom();
    budget -= length + otherLength;
    if (length == 0 || otherLength == 0) {
      return;
    }
    int[] uniques = growing(uniqueInBoth(stretch));
    if (uniques.length > 0) {
      matchAndGoBetween(stretch, uniques);
    } else if ((long) length * otherLength <= MOST_CELLS) {
      budget -= (long) length * otherLength / 16;
      longestCommon(stretch);
    }
  }

  private Stretch withoutEqualEnds(Stretch stretch) {
    int from = stretch.from();
    int otherFrom = stretch.otherFrom();
    while (from < stretch.to() && otherFrom < stretch.otherTo() && one[from] == other[otherFrom]) {
      matched[from++] = otherFrom++;
    }
    int to = stretch.to();
    int otherTo = stretch.otherTo();
    while (to > from && otherTo > otherFrom && one[to - 1] == other[otherTo - 1]) {
      matched[--to] = --otherTo;
    }
    return new Stretch(from, to, otherFrom, otherTo);
  }

  private static final class Counted {
    private int count;
    private int otherCount;
    private int otherAt;
  }

  /** For each element of the stretch its one place in the other, or {@link #NONE}. */
  private int[] uniqueInBoth(Stretch stretch) {
    Map<Integer, Counted> counted = new HashMap<>();
    for (int at = stretch.from(); at < stretch.to(); at++) {
      counted.computeIfAbsent(one[at], _ -> new Counted()).count++;
    }
    for (int at = stretch.otherFrom(); at < stretch.otherTo(); at++) {
      Counted element = counted.get(other[at]);
      if (element != null) {
        element.otherCount++;
        element.otherAt = at;
      }
    }
    int[] places = new int[stretch.to() - stretch.from()];
    Arrays.fill(places, NONE);
    for (int at = 0; at < places.length; at++) {
      Counted element = counted.get(one[stretch.from() + at]);
      if (element != null && element.count == 1 && element.otherCount == 1) {
        places[at] = element.otherAt;
      }
    }
    return places;
  }

  /**
   * The longest subsequence whose places grow, by patience sorting.
   *
   * @return indexes into the places; empty when there are none
   */
  private static int[] growing(int[] places) {
    int[] tops = new int[places.length];
    int[] before = new int[places.length];
    int piles = 0;
    for (int at = 0; at < places.length; at++) {
      if (places[at] == NONE) {
        continue;
      }
      int low = 0;
      int high = piles;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (places[tops[middle]] < places[at]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[at] = low == 0 ? NONE : tops[low - 1];
      tops[low] = at;
      piles = Math.max(piles, low + 1);
    }
    int[] longest = new int[2 * piles];
    for (int pile = piles - 1, at = piles == 0 ? NONE : tops[piles - 1]; pile >= 0; pile--) {
      longest[2 * pile] = at;
      longest[2 * pile + 1] = places[at];
      at = before[at];
    }
    return longest;
  }

  /**
   * @param uniques pairs: an index into the stretch, and its place in the other
   */
  private void matchAndGoBetween(Stretch stretch, int[] uniques) {
    int from = stretch.from();
    int otherFrom = stretch.otherFrom();
    for (int pair = 0; pair < uniques.length; pair += 2) {
      int at = stretch.from() + uniques[pair];
      matched[at] = uniques[pair + 1];
      left.push(new Stretch(from, at, otherFrom, uniques[pair + 1]));
      from = at + 1;
      otherFrom = uniques[pair + 1] + 1;
    }
    left.push(new Stretch(from, stretch.to(), otherFrom, stretch.otherTo()));
  }

  private void longestCommon(Stretch stretch) {
    int rows = stretch.to() - stretch.from();
    int columns = stretch.otherTo() - stretch.otherFrom();
    int[][] longest = new int[rows + 1][columns + 1];
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        longest[row][column] =
            one[stretch.from() + row] == other[stretch.otherFrom() + column]
                ? longest[row + 1][column + 1] + 1
                : Math.max(longest[row + 1][column], longest[row][column + 1]);
      }
    }
    for (int row = 0, column = 0; row < rows && column < columns; ) {
      if (one[stretch.from() + row] == other[stretch.otherFrom() + column]) {
        matched[stretch.from() + row++] = stretch.otherFrom() + column++;
      } else if (longest[row + 1][column] >= longest[row][column + 1]) {
        row++;
      } else {
        column++;
      }
    }
  }
}
