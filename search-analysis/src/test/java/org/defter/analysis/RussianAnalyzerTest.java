package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RussianAnalyzerTest {
  private final Reading russian = new Reading(new RussianAnalyzerFactory());

  /** Each word of a line finds each other: whatever case is asked for, and whatever was written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "резолюция резолюции резолюций резолюцию резолюцией резолюциями",
        "Алиев Алиева Алиеву Алиевым Алиеве Алиевой Алиевы Алиевых",
        "Гусейнов Гусейнова Гусейнову Гусейновым Гусейновой",
        "Путин Путина Путину Путиным Путине Путиной",
        "Ельцин Ельцина Ельцину Ельциным Ельцине",
        "Иванов Иванова Иванову Ивановой Ивановым",
        "Иван Ивана",
        "Иван Ивану Иваном",
        "Ибрагим Ибрагима Ибрагиму",
        "Достоевский Достоевского Достоевскому",
        "Киев Киева Киеву Киевом Киеве",
        "Азербайджан Азербайджана Азербайджану Азербайджаном Азербайджане",
        "Казахстан Казахстана Казахстану Казахстане",
        "Иран Ирана Ирану Ираном Иране",
        "ислам ислама исламу исламом",
        "Гасым Гасыма Гасыму",
        "входит входить",
        "Кувейт Кувейта Кувейте",
        "Пётр Петр Петра Петру",
        "хозяин хозяина хозяину хозяином",
        "документ документа документы документами",
        "документ документов",
        "критерий критериев критерии",
        "комментарий комментариев комментарии",
        "саммит саммита саммите саммиту",
        "саммит саммитов",
        "устав устава уставу уставе уставом",
        "материал материала материалу материалы материалами",
        "слово слов слова словами",
        "секретарь секретаря секретарём секретарем",
        "печать печати печатью",
        "конференция конференции конференций",
        "страна страны стран странами",
        "город города городов городе",
        "организация Организации ОРГАНИЗАЦИЙ",
        "мусульманский мусульманских мусульманской",
        "её ее",
      })
  void findsEveryFormByEveryOther(String forms) {
    String[] words = forms.split(" ", -1);
    for (String query : words) {
      for (String written : words) {
        assertThat(russian.finds(query, written)).as("%s finds %s", query, written).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Алиев, Али",
    "Алиев, алый",
    "Велиев, вели",
    "Киев, кий",
    "Киев, киевский",
    "хозяин, хозяйство",
    "устав, установка",
    "страна, странник",
    "мир, Мирза",
    "саммит, самый",
    "Азербайджан, азербайджанский",
    "Мехрибан, мех",
    "май, майор",
    "Иран, Ирак",
  })
  void keepsOtherWordsApart(String query, String written) {
    assertThat(russian.finds(query, written)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Резолюция, резолюц",
    "Алиев, алиев",
    "Петров, петров/петр",
    "Азербайджана, азербайджан/азербайджа",
    "деятельность, деятельн",
    "Київ, київ",
    "Əliyev, əliyev/eliyev",
    "المكتبة, مكتب",
    "Али\u0301ев, алиев",
  })
  void readsAWordAsItsTerms(String word, String terms) {
    assertThat(russian.terms(word)).isEqualTo(terms);
  }
}
