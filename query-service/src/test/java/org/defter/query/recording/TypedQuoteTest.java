package org.defter.query.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.core.source.Passage;
import org.defter.core.source.Transcription;
import org.defter.core.value.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedQuoteTest {

  private static final Transcription TEXT =
      Transcription.of(
          1, "The lamp is high. The lamp is bright.\nThe lamp is old.", new LanguageTag("en"));

  @Test
  void findsTheWordsThatWereSelectedAmongTheSameOnes() {
    assertThat(starts(new TypedQuote("The lamp", "", " is high. The", 1, null))).containsExactly(0);
    assertThat(starts(new TypedQuote("The lamp", "is high. ", " is bright.", 1, null)))
        .containsExactly(18);
    assertThat(starts(new TypedQuote("The lamp", "", "", 2, null))).containsExactly(38);
  }

  @Test
  void findsAllPlacesOfWordsThatWereTyped() {
    assertThat(starts(typed("The lamp", null))).containsExactly(0, 18, 38);
    assertThat(starts(typed("The lamp", 18))).containsExactly(18);
    assertThat(starts(typed("", null))).isEmpty();
    assertThat(starts(typed("No such words", null))).isEmpty();
  }

  @Test
  void doesNotBelieveAPlaceOfWordsThatWereChangedByHandSince() {
    assertThat(starts(new TypedQuote("lamp is old", "is high. ", " is bright.", 1, 18)))
        .containsExactly(42);
  }

  private static TypedQuote typed(String words, @Nullable Integer start) {
    return new TypedQuote(words, "", "", null, start);
  }

  private static List<Integer> starts(TypedQuote quote) {
    return quote.in(TEXT).stream().map(Passage::start).toList();
  }
}
