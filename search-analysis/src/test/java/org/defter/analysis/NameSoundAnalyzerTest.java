package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSoundAnalyzerTest {
  private final Reading names = new Reading(new NameSoundAnalyzerFactory());
  private final Reading prefixes = new Reading(new NameSoundPrefixAnalyzerFactory());

  /** One name in a line, in several scripts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Əliyev Aliyev Алиев علييف Aliev ƏLİYEV АЛИЕВ عَلِيِّيف Eliyev",
        "Heydər Heydar Гейдар حيدر",
        "İlham Ilham Ильхам إلهام",
        "Mehriban Мехрибан مهريبان",
        "Azərbaycan Azerbaijan Азербайджан أذربيجان",
        "Qazaxıstan Kazakhstan Казахстан كازاخستان",
        "Şuşakənd Shushakend Шушакенд",
        "İhsanoğlu Ihsanoglu Ихсаноглу",
        "Tüveycri Tuwaijri Тувейджри التويجري",
        "Qarabağ Карабах Karabakh",
        "Kasablanka Casablanca Касабланка",
        "Çingiz Chingiz Чингиз",
      })
  void hearsOneNameInSeveralScripts(String spellings) {
    String[] words = spellings.split(" ", -1);
    for (String written : words) {
      assertThat(names.finds(words[0], written)).as(written).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Алиев, Ахмедов",
    "Heydər, Хадиджа",
    "Azerbaijan, Узбекистан",
    "Məmməd, Мурад",
  })
  void keepsOtherNamesApart(String one, String other) {
    assertThat(names.finds(one, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Али", "Baku", "Əli", "OIC", "Ciddə", "а", "1"})
  void saysNothingOfANameWithFewConsonants(String name) {
    assertThat(names.tokens(name)).isEmpty();
  }

  @Test
  void suggestsByTheFirstThreeConsonants() {
    assertThat(prefixes.terms("İhsanoğlu")).isEqualTo("ahsnhl/ahs/ahsn/ahsnh");
    assertThat(names.terms("Ихсан")).isEqualTo("ahsn");
  }
}
