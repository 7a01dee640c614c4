package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAnalyzerTest {
  private final Reading names = new Reading(new NameAnalyzerFactory());
  private final Reading prefixes = new Reading(new NamePrefixAnalyzerFactory());

  @ParameterizedTest
  @CsvSource({
    "Eliyev, Əliyev",
    "ihsanoglu, İhsanoğlu",
    "IHSANOGLU, İhsanoğlu",
    "Bakı, BAKI",
    "Baki, BAKI",
    "Федор, Фёдор",
    "ФЁДОР, Федор",
    "Тувейджри, аль-Тувейджри",
    "Brien, O’Brien",
    "obrien, O'Brien",
    "Organisation, l’Organisation",
    "Muller, Müller",
    "Lodz, Łódź",
    "Strasse, Straße",
    "Αθηνα, ΑΘΉΝΑ",
    "Ali, ʿAlī",
    "مكتبه, مُكْتَبَة",
    "أحمد, احمد",
    "И.А.Алиев, Алиев",
    "Київ, КИЇВ",
    "и\u0306од, Йод",
    "ﬁnal, final",
    "ＯＩＣ, OIC",
    "57, ٥٧",
    "UN, U.N.",
  })
  void finds(String query, String written) {
    assertThat(names.finds(query, written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Алиев, Алиева",
    "Алиев, Али",
    "Aliyev, Əliyev",
    "Йод, Иод",
    "المكتبة, مكتبة",
    "Organization, Organizations",
  })
  void doesNotStem(String query, String written) {
    assertThat(names.finds(query, written)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "О, Организация Исламского Сотрудничества",
    "исл, Организация Исламского Сотрудничества",
    "ИСЛАМСКОГО, Организация Исламского Сотрудничества",
    "elı, Əliyev",
    "əli, Əliyev",
    "ihsa, İhsanoğlu",
    "fed, Fédération",
    "Donaudampfschiffahrtsgesellschaft, Donaudampfschiffahrtsgesellschaft",
    "𐐨, 𐐨𐐩",
  })
  void suggestsByTheBeginningOfAnyWord(String typed, String name) {
    assertThat(prefixes.tokens(name))
        .extracting(Reading.Token::term)
        .containsAnyElementsOf(names.tokens(typed).stream().map(Reading.Token::term).toList());
  }

  @Test
  void endsPrefixesAtTwentyCharacters() {
    assertThat(prefixes.tokens("Donaudampfschiffahrtsgesellschaft"))
        .extracting(token -> token.term().length())
        .containsExactly(33, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
  }

  @Test
  void foldsThePartOfAWordInAWildcardQuery() {
    assertThat(names.normalized("İHSANOĞ")).isEqualTo("ihsanog");
  }
}
