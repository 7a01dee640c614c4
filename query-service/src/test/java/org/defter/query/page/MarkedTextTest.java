package org.defter.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.query.page.MarkedText.Mark;
import org.defter.query.page.MarkedText.MarkedParagraph;
import org.defter.query.page.MarkedText.Piece;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void marksAPassageInItsParagraphOnly() {
    List<MarkedParagraph> marked = MarkedText.of("one\n\ntwo three", List.of(mark(9, 14, "F1")));

    assertThat(marked)
        .containsExactly(
            new MarkedParagraph(1, List.of(new Piece("one", List.of()))),
            new MarkedParagraph(
                2, List.of(new Piece("two ", List.of()), new Piece("three", List.of("F1")))));
  }

  @Test
  void splitsWherePassagesOverlap() {
    assertThat(pieces("abcdef", mark(0, 4, "F1"), mark(2, 6, "F2")))
        .containsExactly(
            new Piece("ab", List.of("F1")),
            new Piece("cd", List.of("F1", "F2")),
            new Piece("ef", List.of("F2")));
  }

  @Test
  void countsCodePointsNotUnits() {
    assertThat(pieces("𝒜𝒷 ok", mark(3, 5, "F1")))
        .containsExactly(new Piece("𝒜𝒷 ", List.of()), new Piece("ok", List.of("F1")));
  }

  @Test
  void marksBothPartsOfAPassageThatRunsOverALineBreak() {
    assertThat(MarkedText.of("ab\ncd", List.of(mark(1, 4, "F1"))))
        .extracting(paragraph -> paragraph.pieces().stream().map(Piece::text).toList())
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  private static Mark mark(int start, int end, String fact) {
    return new Mark(start, end, List.of(fact));
  }

  private static List<Piece> pieces(String text, Mark... marks) {
    return MarkedText.of(text, List.of(marks)).getFirst().pieces();
  }
}
