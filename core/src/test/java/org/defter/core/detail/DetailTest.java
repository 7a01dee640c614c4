package org.defter.core.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 1  | has 1 character; at most 7 are allowed
          en | 21 | has 21 characters; at most 7 are allowed
          ru | 1  | здесь 1 знак, а допускается не больше 7
          ru | 21 | здесь 21 знак, а допускается не больше 7
          ru | 22 | здесь 22 знака, а допускается не больше 7
          ru | 25 | здесь 25 знаков, а допускается не больше 7
          az | 21 | burada 21 işarə var, ən çoxu 7 ola bilər
          ar | 21 | has 21 characters; at most 7 are allowed
          """)
  void isSaidInTheReadersLanguageWithItsPlurals(String language, int characters, String said) {
    assertThat(Detail.of("value.too-long", characters, 7).in(Locale.of(language))).isEqualTo(said);
  }

  @Test
  void saysAnotherDetailInTheSameLanguage() {
    Detail outer = Detail.of("untranslated", Detail.of("value.empty"));

    assertThat(outer.in(Locale.of("ru"))).startsWith("поле пусто");
    assertThat(outer).hasToString("is empty: write something, or leave the field out");
  }

  @Test
  void speaksOfNoMoreOfALongTextThanItIsTold() {
    Detail nested = Detail.of("untranslated", Detail.of("id.unknown", "a".repeat(9)));

    assertThat(nested.clipped(4)).hasToString("'aaaa...' names nothing the archive holds");
    assertThat(nested.clipped(9)).isEqualTo(nested);
  }

  @Test
  void leavesWordsOfOthersAsTheyAre() {
    assertThat(Detail.untranslated("old {1} 'size'").in(Locale.of("az")))
        .isEqualTo("old {1} 'size'");
  }

  @Test
  void refusesWhatNoModuleHasATextFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Detail.of("no.such-text"))
        .withMessage("there is no text 'no.such-text'");
  }

  @Test
  void refusesToSpeakOfWhatHasNoWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Detail.of("untranslated", 1.5))
        .withMessageContaining("java.lang.Double");
  }
}
