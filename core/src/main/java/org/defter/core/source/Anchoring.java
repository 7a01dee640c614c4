package org.defter.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds quoted words in a transcription.
 *
 * <p>Words match when they are the same after what the eye cannot see is folded: canonically
 * equivalent characters (Unicode NFC and NFD), soft hyphens, and the kind of white space. Letters,
 * case and punctuation must agree.
 */
public final class Anchoring {

  /** Code points of surroundings a {@link Passage} keeps on either side. */
  public static final int CONTEXT = 64;

  /** The most passages {@link #find} looks for: words that stand so often point at nothing. */
  public static final int MOST_FOUND = 1_000;

  private final Transcription transcription;
  private final FoldedText folded;
  private final Paragraphs paragraphs;

  /** Prepares a transcription for many look-ups; the preparation reads it once. */
  public Anchoring(Transcription transcription) {
    this.transcription = transcription;
    this.folded = FoldedText.of(transcription.text());
    this.paragraphs = Paragraphs.of(transcription.text());
  }

  /** The transcription that is searched. */
  public Transcription transcription() {
    return transcription;
  }

  FoldedText folded() {
    return folded;
  }

  Paragraphs paragraphs() {
    return paragraphs;
  }

  /** Where in the folded text a code point of the transcription is. */
  int foldedIndex(int codePoints) {
    Paragraphs.Paragraph paragraph = paragraphs.before(codePoints);
    return folded.indexAt(
        transcription
            .text()
            .offsetByCodePoints(paragraph.start(), codePoints - paragraph.codePointsBefore()));
  }

  /** A stretch of the folded text, which is not empty, as a passage. */
  Passage passage(int foldedStart, int foldedEnd) {
    int start = folded.start(foldedStart);
    Paragraphs.Paragraph paragraph = paragraphs.at(start);
    return passage(
        paragraph,
        start,
        folded.end(foldedEnd),
        new CodePoints(transcription.text()).before(start, paragraph));
  }

  /**
   * Every passage that the quote describes, in the order of the text, up to {@link #MOST_FOUND};
   * empty when its words are not there. White space around the quoted words does not count. Reads
   * the text once, however often the words stand in it; of one paragraph, that paragraph.
   */
  public List<Passage> find(Quote quote) {
    Wanted wanted = Wanted.by(quote);
    List<Passage> found = new ArrayList<>();
    if (wanted.words().isEmpty()) {
      return found;
    }
    int from = 0;
    int until = folded.text().length();
    if (quote.paragraph() != null) {
      Paragraphs.Paragraph only = paragraphs.numbered(quote.paragraph());
      if (only == null) {
        return found;
      }
      from = folded.indexAt(only.start());
      until = folded.indexAt(only.end());
    }
    CodePoints codePoints = new CodePoints(transcription.text());
    int length = wanted.words().length();
    int end = Math.min(until + length, folded.text().length());
    for (int at = folded.text().indexOf(wanted.words(), from, end);
        at >= 0 && at < until && found.size() < MOST_FOUND;
        at = folded.text().indexOf(wanted.words(), at + 1, end)) {
      if (folded.isWhole(at, at + length) && wanted.isSurrounded(folded.text(), at)) {
        int start = folded.start(at);
        Paragraphs.Paragraph paragraph = paragraphs.at(start);
        int before = codePoints.before(start, paragraph);
        if (quote.start() == null || quote.start() == before) {
          found.add(passage(paragraph, start, folded.end(at + length), before));
        }
      }
    }
    return found;
  }

  /**
   * What a quote asks for, folded. White space at the edges of the words is asked for only where
   * something is asked to stand beyond it.
   */
  private record Wanted(String words, String before, String after) {
    static Wanted by(Quote quote) {
      String exact = FoldedText.fold(quote.exact());
      String before = quote.prefix() == null ? "" : quote.prefix();
      String after = quote.suffix() == null ? "" : quote.suffix();
      return new Wanted(
          exact.strip(),
          FoldedText.fold(exact.startsWith(" ") && !before.isEmpty() ? before + " " : before),
          FoldedText.fold(exact.endsWith(" ") && !after.isEmpty() ? " " + after : after));
    }

    boolean isSurrounded(String text, int at) {
      return text.startsWith(after, at + words.length())
          && at >= before.length()
          && text.startsWith(before, at - before.length());
    }
  }

  /** Counts code points up to offsets that only grow, so that the text is gone through once. */
  private static final class CodePoints {
    private final String text;
    private int offset;
    private int count;

    CodePoints(String text) {
      this.text = text;
    }

    int before(int wanted, Paragraphs.Paragraph paragraph) {
      if (offset < paragraph.start()) {
        offset = paragraph.start();
        count = paragraph.codePointsBefore();
      }
      count += text.codePointCount(offset, wanted);
      offset = wanted;
      return count;
    }
  }

  /** Offsets here are UTF-16 units of the transcription; those of a passage are code points. */
  private Passage passage(
      Paragraphs.Paragraph paragraph, int start, int end, int codePointsBefore) {
    String text = transcription.text();
    int prefixStart = backwards(text, start, paragraph.start());
    int suffixEnd = forwards(text, end, Math.max(end, paragraphs.at(end - 1).end()));
    return new Passage(
        transcription.revision(),
        transcription.language(),
        paragraph.number(),
        text.substring(start, end),
        text.substring(prefixStart, start),
        text.substring(end, suffixEnd),
        codePointsBefore,
        codePointsBefore + text.codePointCount(start, end));
  }

  private static int backwards(String text, int from, int limit) {
    int at = from;
    for (int count = 0; count < CONTEXT && at > limit; count++) {
      at = text.offsetByCodePoints(at, -1);
    }
    return Math.max(at, limit);
  }

  private static int forwards(String text, int from, int limit) {
    int at = from;
    for (int count = 0; count < CONTEXT && at < limit; count++) {
      at = text.offsetByCodePoints(at, 1);
    }
    return Math.min(at, limit);
  }
}
