package org.defter.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the places of a text that are most like a quote, by the words they share. */
final class Candidates {

  /** Below this share of the quote's words, weighed by how rare they are, a place is unlike it. */
  private static final double LEAST = 0.5;

  private final Tokens text;
  private final int[] words;
  private final Map<Integer, Integer> frequency = new HashMap<>();

  Candidates(Tokens text) {
    this.text = text;
    this.words = IntStream.range(0, text.count()).filter(text::isWord).toArray();
    Arrays.stream(words).forEach(word -> frequency.merge(text.number(word), 1, Integer::sum));
  }

  /**
   * A place that is like the quote.
   *
   * @param first its first word's token
   * @param last its last word's token
   * @param likeness from 0 to 1
   */
  record Place(int first, int last, double likeness) {}

  /**
   * The places like these words, in the order of the text; of those that overlap, the likest.
   *
   * @param quoted the spellings of the words, as often as they stand there
   */
  List<Place> like(int[] quoted) {
    List<Place> found = new ArrayList<>();
    if (quoted.length > 0 && quoted.length <= words.length) {
      Window window = new Window(quoted);
      Place best = null;
      for (int from = 0; from + quoted.length <= words.length; from++) {
        double likeness = window.moveTo(from);
        boolean overlaps = best != null && words[from] <= best.last();
        if (likeness >= LEAST && (best == null || !overlaps || likeness > best.likeness())) {
          if (best != null && !overlaps) {
            found.add(best);
          }
          best = window.place(from, likeness);
        }
      }
      if (best != null) {
        found.add(best);
      }
    }
    return found;
  }

  /** This place, with the share of the quoted words that stand there. */
  Place place(int first, int last, int[] quoted) {
    Set<Integer> there = new HashSet<>();
    Arrays.stream(text.words(first, last + 1)).forEach(there::add);
    long shared = Arrays.stream(quoted).filter(there::contains).count();
    return new Place(first, last, quoted.length == 0 ? 0 : (double) shared / quoted.length);
  }

  /** How often the quoted words stand in the text, one right after the other. */
  static int occurrences(Tokens text, int[] quoted) {
    int[] all = text.words(0, text.count());
    int found = 0;
    for (int at = 0; at + quoted.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + quoted.length, quoted, 0, quoted.length)) {
        found++;
      }
    }
    return found;
  }

  private static final class Wanted {
    private final double weight;
    private int wanted;
    private int held;

    Wanted(double weight) {
      this.weight = weight;
    }

    double gained() {
      return held <= wanted ? weight : 0;
    }
  }

  /** As many words of the text as are quoted, and what of the quote is among them. */
  private final class Window {
    private final Map<Integer, Wanted> quote = new HashMap<>();
    private final int length;
    private final double whole;
    private double shared;
    private int next;

    Window(int[] quoted) {
      length = quoted.length;
      double sum = 0;
      for (int word : quoted) {
        Wanted wanted = quote.computeIfAbsent(word, _ -> new Wanted(weight(word)));
        wanted.wanted++;
        sum += wanted.weight;
      }
      whole = sum;
    }

    private double weight(int word) {
      return 1 / (1 + Math.log1p(frequency.getOrDefault(word, 0)));
    }

    double moveTo(int from) {
      if (from > 0) {
        Wanted leaving = quote.get(text.number(words[from - 1]));
        if (leaving != null) {
          shared -= leaving.gained();
          leaving.held--;
        }
      }
      while (next < from + length) {
        Wanted entering = quote.get(text.number(words[next++]));
        if (entering != null) {
          entering.held++;
          shared += entering.gained();
        }
      }
      // Rounded, so that what is equally like stays equal whatever the window passed before.
      return Math.round(1e6 * shared / whole) / 1e6;
    }

    /** Without the words at the edges that are not quoted. */
    Place place(int from, double likeness) {
      int first = from;
      int last = from + length - 1;
      while (first < last && !quote.containsKey(text.number(words[first]))) {
        first++;
      }
      while (last > first && !quote.containsKey(text.number(words[last]))) {
        last--;
      }
      return new Place(words[first], words[last], likeness);
    }
  }
}
