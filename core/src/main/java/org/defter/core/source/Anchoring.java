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

  /**
   * Every passage that the quote describes, in the order of the text; empty when its words are not
   * there.
   */
  public List<Passage> find(Quote quote) {
    String words = FoldedText.fold(quote.exact());
    List<Passage> found = new ArrayList<>();
    if (words.isEmpty()) {
      return found;
    }
    for (int at = folded.text().indexOf(words);
        at >= 0;
        at = folded.text().indexOf(words, at + 1)) {
      if (surroundedAsAsked(quote, at, at + words.length())) {
        Passage passage = passage(folded.start(at), folded.end(at + words.length()));
        if (placedAsAsked(quote, passage)) {
          found.add(passage);
        }
      }
    }
    return found;
  }

  private boolean surroundedAsAsked(Quote quote, int start, int end) {
    String prefix = quote.prefix() == null ? "" : FoldedText.fold(quote.prefix());
    String suffix = quote.suffix() == null ? "" : FoldedText.fold(quote.suffix());
    String text = folded.text();
    return text.startsWith(suffix, end)
        && start >= prefix.length()
        && text.startsWith(prefix, start - prefix.length());
  }

  private static boolean placedAsAsked(Quote quote, Passage passage) {
    return (quote.paragraph() == null || quote.paragraph() == passage.paragraph())
        && (quote.start() == null || quote.start() == passage.start());
  }

  /** Offsets here are UTF-16 units of the transcription; those of a passage are code points. */
  private Passage passage(int start, int end) {
    String text = transcription.text();
    Paragraphs.Paragraph paragraph = paragraphs.at(start);
    int prefixStart = backwards(text, start, paragraph.start());
    int suffixEnd = forwards(text, end, Math.max(end, paragraph.end()));
    int codePointsBefore =
        paragraph.codePointsBefore() + text.codePointCount(paragraph.start(), start);
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
