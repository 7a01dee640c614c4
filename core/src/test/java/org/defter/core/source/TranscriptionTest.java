package org.defter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.defter.core.Lighthouse.ENGLISH;

import java.util.List;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;

class TranscriptionTest {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void carriesTheDigestOfItsText() {
    assertThat(Transcription.of(1, "abc", ENGLISH).sha256()).isEqualTo(ABC);
    assertThat(Transcription.of(1, "я", ENGLISH).sha256())
        .as("of the UTF-8 bytes d1 8f")
        .isEqualTo("9b21f5cf014c9efb35110dcccf3a74eab7fb903d1ca2f4054b3dad9ffabb7727");
  }

  @Test
  void refusesATextThatHasBeenAltered() {
    assertThatThrownBy(() -> new Transcription(1, "abd", ENGLISH, ABC))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.field()).isEqualTo("transcription.sha256"));
  }

  @Test
  void paragraphsAreTheLinesWithSomethingInThem() {
    assertThat(Paragraphs.of("\n𐎠ne\n \t\n\ntwo\r\n\r\nthree").all())
        .extracting(
            Paragraphs.Paragraph::number,
            Paragraphs.Paragraph::start,
            Paragraphs.Paragraph::end,
            Paragraphs.Paragraph::codePointsBefore)
        .containsExactly(tuple(1, 1, 5, 1), tuple(2, 10, 13, 9), tuple(3, 17, 22, 16));
  }

  @Test
  void theLastLineNeedsNoLineEnd() {
    assertThat(Paragraphs.of("one\ntwo").all()).isEqualTo(Paragraphs.of("one\ntwo\n").all());
    assertThat(Paragraphs.of("one").all()).isEqualTo(List.of(new Paragraphs.Paragraph(1, 0, 3, 0)));
    assertThat(Paragraphs.of("").all()).isEmpty();
  }
}
