package org.defter.core.source;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which paragraph of a revised text is which of the text before. Paragraphs count from 0 here.
 *
 * <p>A paragraph whose words stand in one paragraph of either text is that one, wherever it was
 * moved. Of paragraphs that say the same, one is known when each of them found its own in order, or
 * when the paragraphs on both sides of it are known and still its neighbours; otherwise it is
 * doubtful.
 */
final class ParagraphMatch {

  private static final int NONE = SequenceMatch.NONE;

  /** Paragraphs of both texts that correspond as a whole, between two that are known. */
  static final class Run {
    private final int[] before;
    private final int[] after;

    private Run(int[] before, int[] after) {
      this.before = before;
      this.after = after;
    }

    IntStream before() {
      return Arrays.stream(before);
    }

    IntStream after() {
      return Arrays.stream(after);
    }
  }

  private final int[] before;
  private final int[] after;
  private final int[] countBefore;
  private final int[] countAfter;
  private final int[] matched;
  private final BitSet known = new BitSet();
  private final List<Run> runs = new ArrayList<>();

  ParagraphMatch(Tokens before, Tokens after) {
    Map<IntBuffer, Integer> numbers = new HashMap<>();
    this.before = sayings(before, numbers);
    this.after = sayings(after, numbers);
    this.countBefore = count(this.before, numbers.size());
    this.countAfter = count(this.after, numbers.size());
    this.matched = SequenceMatch.of(this.before, this.after);
    forgetTheDoubtful();
    findRuns();
    findTheMoved();
    Arrays.stream(matched).filter(at -> at != NONE).forEach(known::set);
  }

  private static int[] sayings(Tokens text, Map<IntBuffer, Integer> numbers) {
    int[] sayings = new int[text.paragraphs()];
    for (int at = 0; at < sayings.length; at++) {
      Integer next = numbers.size();
      Integer known = numbers.putIfAbsent(text.saying(at), next);
      sayings[at] = known == null ? next : known;
    }
    return sayings;
  }

  private static int[] count(int[] sayings, int numbers) {
    int[] counts = new int[numbers];
    for (int saying : sayings) {
      counts[saying]++;
    }
    return counts;
  }

  private boolean isUnique(int paragraph) {
    return countBefore[before[paragraph]] == 1 && countAfter[before[paragraph]] == 1;
  }

  private void forgetTheDoubtful() {
    int[] found = new int[countBefore.length];
    for (int at = 0; at < before.length; at++) {
      found[before[at]] += matched[at] == NONE ? 0 : 1;
    }
    BitSet doubtful = new BitSet();
    for (int at = 0; at < before.length; at++) {
      int saying = before[at];
      boolean eachFound =
          countBefore[saying] == countAfter[saying] && found[saying] == countBefore[saying];
      if (matched[at] != NONE && !eachFound && !isKnownByItsNeighbours(at)) {
        doubtful.set(at);
      }
    }
    doubtful.stream().forEach(at -> matched[at] = NONE);
  }

  private boolean isKnownByItsNeighbours(int at) {
    boolean previous =
        at == 0
            ? matched[at] == 0
            : matched[at - 1] == matched[at] - 1 && matched[at] > 0 && isUnique(at - 1);
    boolean next =
        at == before.length - 1
            ? matched[at] == after.length - 1
            : matched[at + 1] == matched[at] + 1 && isUnique(at + 1);
    return previous && next;
  }

  private void findRuns() {
    int from = 0;
    int otherFrom = 0;
    for (int at = 0; at <= before.length; at++) {
      if (at == before.length || matched[at] != NONE) {
        int otherTo = at == before.length ? after.length : matched[at];
        int[] changed = without(before, from, at, countAfter);
        int[] fresh = without(after, otherFrom, otherTo, countBefore);
        if (changed.length > 0 && fresh.length > 0) {
          runs.add(new Run(changed, fresh));
        }
        from = at + 1;
        otherFrom = otherTo + 1;
      }
    }
  }

  /** The paragraphs whose saying is not in the other text. */
  private static int[] without(int[] sayings, int from, int to, int[] countInOther) {
    int[] found = new int[to - from];
    int count = 0;
    for (int at = from; at < to; at++) {
      if (countInOther[sayings[at]] == 0) {
        found[count++] = at;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void findTheMoved() {
    int[] places = new int[countAfter.length];
    for (int at = 0; at < after.length; at++) {
      places[after[at]] = at;
    }
    for (int at = 0; at < before.length; at++) {
      if (matched[at] == NONE && isUnique(at)) {
        matched[at] = places[before[at]];
      }
    }
  }

  /** The paragraph that says the same and is this one; {@link SequenceMatch#NONE} if unknown. */
  int of(int paragraph) {
    return matched[paragraph];
  }

  /** Whether paragraphs that say the same are there, and it is not known which of them it is. */
  boolean isDoubtful(int paragraph) {
    return matched[paragraph] == NONE && countAfter[before[paragraph]] > 0;
  }

  /** Whether no paragraph of the revised text says the same. */
  boolean isChanged(int paragraph) {
    return countAfter[before[paragraph]] == 0;
  }

  /** Whether it is not known of this paragraph of the revised text which one it was before. */
  boolean isUnknown(int paragraph) {
    return !known.get(paragraph);
  }

  List<Run> runs() {
    return runs;
  }
}
