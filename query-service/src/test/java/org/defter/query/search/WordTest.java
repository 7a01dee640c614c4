package org.defter.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.defter.query.problem.ProblemException;
import org.junit.jupiter.api.Test;

class WordTest {

  @Test
  void splitsAtSpaces() {
    assertThat(Word.of("  резолюция  1996 "))
        .containsExactly(new Word("резолюция", false), new Word("1996", false));
  }

  @Test
  void keepsTogetherWhatIsInDoubleQuotes() {
    assertThat(Word.of("\"Heydar Aliyev\" 1994 «Об агрессии»"))
        .containsExactly(
            new Word("Heydar Aliyev", true),
            new Word("1994", false),
            new Word("Об агрессии", true));
  }

  @Test
  void takesAQuoteThatIsNeverClosedForASpace() {
    assertThat(Word.of("\"Heydar Aliyev"))
        .containsExactly(new Word("Heydar", false), new Word("Aliyev", false));
  }

  @Test
  void leavesOutWhatHoldsNoLetterAndNoDigit() {
    assertThat(Word.of("ОИС - ООН \" \" &&")).extracting(Word::text).containsExactly("ОИС", "ООН");
  }

  @Test
  void refusesMoreWordsThanItLooksUp() {
    assertThatThrownBy(() -> Word.of("a ".repeat(Word.LIMIT + 1)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().field()).isEqualTo("q"));
  }
}
