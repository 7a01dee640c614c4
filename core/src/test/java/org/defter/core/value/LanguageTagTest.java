package org.defter.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

  @ParameterizedTest
  @CsvSource({
    "ru, ru, ru",
    "RU, ru, ru",
    "az-cyrl, az-Cyrl, az",
    "AZ-ARAB-ir, az-Arab-IR, az",
    "en-us, en-US, en",
    "iw, he, he",
    "ota, ota, ota",
    "UND, und, und",
  })
  void writesATagInItsCanonicalForm(String given, String canonical, String primary) {
    LanguageTag tag = new LanguageTag(given);

    assertThat(tag.value()).isEqualTo(canonical);
    assertThat(tag.primary()).isEqualTo(primary);
    assertThat(new LanguageTag(canonical)).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "xx", "r", "russian", "en_US", "ru-", "-ru", "ру", "x-private", "ru ru"})
  void refusesWhatIsNoLanguage(String given) {
    assertThatThrownBy(() -> new LanguageTag(given))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("language");
              assertThat(refusal.getMessage()).startsWith("'" + given + "' is not a language tag");
            });
  }
}
