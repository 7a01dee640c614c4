package org.defter.query.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.defter.core.source.Paragraphs;
import org.defter.core.source.Paragraphs.Paragraph;

/** Marks passages in a transcription. */
final class MarkedText {

  private MarkedText() {}

  /**
   * A passage to mark.
   *
   * @param start code points before it, from the beginning of the transcription
   * @param end code points up to its end
   * @param facts the facts that rest on it
   */
  record Mark(int start, int end, Collection<String> facts) {}

  /**
   * A paragraph in its pieces.
   *
   * @param number counts from 1
   */
  record MarkedParagraph(int number, List<Piece> pieces) {}

  /**
   * A stretch of a paragraph that is marked the same all through.
   *
   * @param facts the facts that rest on it; empty where it is not marked
   */
  record Piece(String text, List<String> facts) {}

  /** All paragraphs of a text, with these passages marked. They may overlap. */
  static List<MarkedParagraph> of(String text, List<Mark> marks) {
    return Paragraphs.of(text).all().stream()
        .map(paragraph -> new MarkedParagraph(paragraph.number(), pieces(text, paragraph, marks)))
        .toList();
  }

  private static List<Piece> pieces(String text, Paragraph paragraph, List<Mark> marks) {
    int first = paragraph.codePointsBefore();
    int last = first + text.codePointCount(paragraph.start(), paragraph.end());
    SortedSet<Integer> borders = new TreeSet<>(List.of(first, last));
    for (Mark mark : marks) {
      borders.add(Math.clamp(mark.start(), first, last));
      borders.add(Math.clamp(mark.end(), first, last));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = first;
    int unit = paragraph.start();
    for (int border : borders.tailSet(first + 1)) {
      int end = text.offsetByCodePoints(unit, border - from);
      pieces.add(new Piece(text.substring(unit, end), over(from, border, marks)));
      from = border;
      unit = end;
    }
    return List.copyOf(pieces);
  }

  private static List<String> over(int from, int to, List<Mark> marks) {
    return marks.stream()
        .filter(mark -> mark.start() <= from && mark.end() >= to)
        .flatMap(mark -> mark.facts().stream())
        .distinct()
        .toList();
  }
}
