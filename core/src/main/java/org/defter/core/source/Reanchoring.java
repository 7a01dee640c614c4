package org.defter.core.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defter.core.source.Candidates.Place;
import org.defter.core.source.Reanchored.Ambiguous;
import org.defter.core.source.Reanchored.Found;
import org.defter.core.source.Reanchored.Lost;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages of one revision of a transcription in another.
 *
 * <p>A passage moves only within the paragraph that was its own ({@link ParagraphMatch}), only when
 * its words are still the same but for slips ({@link Spelling#isSlip}) in at most one of four, and,
 * where its paragraph was changed, only when no other paragraph could be that one ({@link
 * Likeness}) and half of the words around it stand where they stood. Signs, case, white space and
 * the way characters are composed do not count. Everything else is for people to decide.
 *
 * <p>Prepared once for many passages, and for many threads.
 */
public final class Reanchoring {

  private static final int NONE = SequenceMatch.NONE;

  /** A paragraph that differs by more is another one. */
  private static final double MOST_DIFFERENCE = 0.5;

  /** One word in so many may have a slip in it; of fewer words, one may. */
  private static final int WORDS_TO_A_SLIP = 4;

  private final Anchoring before;
  private final Anchoring after;
  private final Tokens from;
  private final Tokens to;
  private final ParagraphMatch paragraphs;
  private final TokenMatch tokens;
  private final Likeness likeness;
  private final Candidates candidates;

  /** Compares two revisions; reads each once. */
  public Reanchoring(Anchoring before, Anchoring after) {
    Spelling spelling = new Spelling();
    this.before = before;
    this.after = after;
    this.from = new Tokens(before, spelling);
    this.to = new Tokens(after, spelling);
    this.paragraphs = new ParagraphMatch(from, to);
    this.tokens = new TokenMatch(from, to, paragraphs, spelling);
    this.likeness = new Likeness(from, to, paragraphs, tokens);
    this.candidates = new Candidates(to);
  }

  /**
   * A stretch of tokens.
   *
   * @param first the first of them
   * @param last the last of them
   */
  private record Span(int first, int last) {}

  /**
   * Finds a passage.
   *
   * @throws IllegalArgumentException when it is of another revision than the one compared from
   */
  public Reanchored find(Passage passage) {
    if (passage.revision() != before.transcription().revision()) {
      throw new IllegalArgumentException("the passage is of revision " + passage.revision());
    }
    int start = before.foldedIndex(passage.start());
    int end = before.foldedIndex(passage.end());
    Span old = new Span(from.endingAfter(start), from.beginningBefore(end) - 1);
    if (old.last() < old.first()) {
      return new Lost(List.of());
    }
    Span place = place(old);
    if (paragraphsOf(old).anyMatch(paragraphs::isDoubtful)) {
      return new Ambiguous(candidates(old, place));
    }
    if (place == null || !isSame(old, place)) {
      return new Lost(candidates(old, between(old)));
    }
    Passage moved = passage(old, place, start, end);
    if (paragraphsOf(old).allMatch(paragraph -> paragraphs.of(paragraph) != NONE)) {
      return new Found(moved);
    }
    int[] changed = paragraphsOf(old).filter(paragraphs::isChanged).toArray();
    int[] become = Arrays.stream(changed).map(paragraph -> become(paragraph, old)).toArray();
    int[] quoted = Arrays.stream(words(old)).sorted().toArray();
    for (int at = 0; at < changed.length; at++) {
      if (likeness.difference(changed[at], become[at]) > MOST_DIFFERENCE) {
        return new Lost(candidates(old, place));
      }
      if (likeness.isRivalled(
          changed[at], become[at], quoted, rival -> Arrays.binarySearch(changed, rival) >= 0)) {
        return new Ambiguous(candidates(old, place));
      }
    }
    return isConfirmed(old, place) ? new Found(moved) : new Lost(candidates(old, place));
  }

  private IntStream paragraphsOf(Span span) {
    return IntStream.rangeClosed(from.paragraphOf(span.first()), from.paragraphOf(span.last()))
        .filter(paragraph -> from.first(paragraph) < from.first(paragraph + 1));
  }

  /** The paragraph that the quoted words of a changed one are in now. */
  private int become(int paragraph, Span old) {
    return IntStream.rangeClosed(
            Math.max(old.first(), from.first(paragraph)),
            Math.min(old.last(), from.first(paragraph + 1) - 1))
        .map(tokens::of)
        .filter(token -> token != NONE)
        .map(to::paragraphOf)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a word of each paragraph was matched"));
  }

  /**
   * From the first to the last token that is still there; null when none is, or the order is not.
   */
  private @Nullable Span place(Span old) {
    int first = NONE;
    int last = NONE;
    for (int token = old.first(); token <= old.last(); token++) {
      int now = tokens.of(token);
      if (now != NONE) {
        if (now < last) {
          return null;
        }
        first = first == NONE ? now : first;
        last = now;
      }
    }
    return first == NONE ? null : new Span(first, last);
  }

  private int[] words(Span old) {
    return from.words(old.first(), old.last() + 1);
  }

  /** Whether the same words stand there; the same signs, where there are no words. */
  private boolean isSame(Span old, Span place) {
    boolean hasWords = IntStream.rangeClosed(old.first(), old.last()).anyMatch(from::isWord);
    int all = 0;
    int changed = 0;
    for (int token = old.first(); token <= old.last(); token++) {
      if (from.isWord(token) || !hasWords) {
        if (tokens.of(token) == NONE) {
          return false;
        }
        all++;
        changed += from.number(token) == to.number(tokens.of(token)) ? 0 : 1;
      }
    }
    int there = 0;
    for (int token = place.first(); token <= place.last(); token++) {
      there += to.isWord(token) || !hasWords ? 1 : 0;
    }
    return there == all && changed <= Math.max(hasWords ? 1 : 0, all / WORDS_TO_A_SLIP);
  }

  /** Whether the words around it stand around it still; or it stands nowhere else, then and now. */
  private boolean isConfirmed(Span old, Span place) {
    int[] around = IntStream.concat(wordsNear(old.first(), -1), wordsNear(old.last(), 1)).toArray();
    long kept =
        Arrays.stream(around)
            .filter(token ->
                token < old.first()
                    ? isWithin(tokens.of(token), place.first() - Anchoring.CONTEXT, place.first())
                    : isWithin(
                        tokens.of(token), place.last() + 1, place.last() + Anchoring.CONTEXT))
            .count();
    return 2 * kept >= around.length
        || (Candidates.occurrences(from, words(old)) == 1
            && Candidates.occurrences(to, to.words(place.first(), place.last() + 1)) == 1);
  }

  /** The words of the surroundings that a passage keeps, on one side of it. */
  private IntStream wordsNear(int edge, int step) {
    int paragraph = from.paragraphOf(edge);
    return IntStream.iterate(
            edge + step,
            token ->
                from.first(paragraph) <= token
                    && token < from.first(paragraph + 1)
                    && Math.max(
                            from.start(edge) - from.start(token), from.end(token) - from.end(edge))
                        <= Anchoring.CONTEXT,
            token -> token + step)
        .filter(from::isWord);
  }

  private static boolean isWithin(int token, int from, int to) {
    return token != NONE && from <= token && token < to;
  }

  /** What now stands between the words that stood around it; null when nothing does. */
  private @Nullable Span between(Span old) {
    int earliest = from.first(from.paragraphOf(old.first()));
    int latest = from.first(from.paragraphOf(old.last()) + 1) - 1;
    int left = old.first() - 1;
    int right = old.last() + 1;
    while (left >= earliest && tokens.of(left) == NONE) {
      left--;
    }
    while (right <= latest && tokens.of(right) == NONE) {
      right++;
    }
    int previous = left < earliest ? NONE : tokens.of(left);
    int next = right > latest ? NONE : tokens.of(right);
    if (previous == NONE && next == NONE) {
      return place(old);
    }
    int first = previous == NONE ? to.first(to.paragraphOf(next)) : previous + 1;
    int last = next == NONE ? to.first(to.paragraphOf(previous) + 1) - 1 : next - 1;
    while (first < last && from.isWord(old.first()) && !to.isWord(first)) {
      first++;
    }
    while (first < last && from.isWord(old.last()) && !to.isWord(last)) {
      last--;
    }
    int most = 2 * (old.last() - old.first() + 1) + WORDS_TO_A_SLIP;
    return first <= last && last - first < most ? new Span(first, last) : null;
  }

  /** Places that are like the quote, in paragraphs that are like its own. */
  private List<Passage> candidates(Span old, @Nullable Span own) {
    int paragraph = from.paragraphOf(old.first());
    Stream<Place> all = candidates.like(words(old)).stream();
    if (own != null) {
      all =
          Stream.concat(
              Stream.of(candidates.place(own.first(), own.last(), words(old))),
              all.filter(place -> place.last() < own.first() || place.first() > own.last()));
    }
    return all.sorted(
            Comparator.comparingDouble(place ->
                2 * likeness.difference(paragraph, to.paragraphOf(place.first()))
                    - place.likeness()))
        .map(place -> after.passage(to.start(place.first()), to.end(place.last())))
        // Whoever chooses sends the words as a quote.
        .filter(passage -> passage.exact().length() <= PlainText.LINE_LIMIT)
        .distinct()
        .limit(Reanchored.MOST_CANDIDATES)
        .toList();
  }

  /** The same as far into its first and last word as it was, when those are still the same. */
  private Passage passage(Span old, Span place, int start, int end) {
    int into = Math.max(0, start - from.start(old.first()));
    int off = Math.max(0, from.end(old.last()) - end);
    boolean sameFirst = from.number(old.first()) == to.number(place.first());
    boolean sameLast = from.number(old.last()) == to.number(place.last());
    return after.passage(
        to.start(place.first()) + (sameFirst ? into : 0),
        to.end(place.last()) - (sameLast ? off : 0));
  }
}
