package org.defter.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a transcription: its non-empty lines, counted from 1. */
public final class Paragraphs {

  /**
   * One paragraph.
   *
   * @param number counts from 1
   * @param start its first UTF-16 unit
   * @param end after its last UTF-16 unit, without the line break
   * @param codePointsBefore code points from the beginning of the transcription to {@code start}
   */
  public record Paragraph(int number, int start, int end, int codePointsBefore) {}

  private final List<Paragraph> all;

  private Paragraphs(List<Paragraph> all) {
    this.all = all;
  }

  /** Splits a text at its line breaks. */
  public static Paragraphs of(String text) {
    List<Paragraph> all = new ArrayList<>();
    int codePoints = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        all.add(new Paragraph(all.size() + 1, start, withoutReturn(text, end), codePoints));
      }
      int next = Math.min(end + 1, text.length());
      codePoints += text.codePointCount(start, next);
      start = end + 1;
    }
    return new Paragraphs(all);
  }

  /** Lines may end in CR LF too. */
  private static int withoutReturn(String text, int end) {
    return text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** All paragraphs in order. */
  public List<Paragraph> all() {
    return List.copyOf(all);
  }

  /** The paragraph of this number; null when there are not so many. */
  @Nullable Paragraph numbered(int number) {
    return number >= 1 && number <= all.size() ? all.get(number - 1) : null;
  }

  /**
   * The paragraph that holds this UTF-16 unit; the nearest before it when it stands between two.
   */
  Paragraph at(int offset) {
    return last(paragraph -> paragraph.start() <= offset);
  }

  /** The last paragraph that begins with this code point or before it; the first if none does. */
  Paragraph before(int codePoints) {
    return last(paragraph -> paragraph.codePointsBefore() <= codePoints);
  }

  /** The last of the paragraphs, which are in order, that are not beyond what is looked for. */
  private Paragraph last(Predicate<Paragraph> isNotBeyond) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (isNotBeyond.test(all.get(middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return all.get(low);
  }
}
