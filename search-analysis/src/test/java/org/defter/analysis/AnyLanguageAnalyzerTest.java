package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.defter.analysis.Reading.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all analyzers, shown on the one that reads any language. */
class AnyLanguageAnalyzerTest {
  private static final long SEED = 20060619;

  private final Reading any = new Reading(new AnyLanguageAnalyzerFactory());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Алиева Əliyevin المكتبة        | алиев əliyevin/eliyevin مكتب
          resolutions                    | resolutions
          «Азербайджану»                 | азербайджан
          “quoted” ‘words’ „hier“        | quoted words hier
          страны-члены                   | стран член
          1,5 миллиарда                  | 1.5 миллиард
          1.5                            | 1.5
          1,500                          | 1.500/1500
          1,500,000 1.500.000            | 1500000 1500000
          70% 1/5                        | 70 1 5
          14.03.2008                     | 14.03.2008
          1997г. 11th                    | 1997г/1997 11th/11
          года.Визит                     | год визит/виз
          U.N. U.S.A                     | un usa
          И.А.Алиева                     | и а алиев
          foo:bar 10:30                  | foo bar 10 30
          ʿAlī Qur’an                    | alī/ali quran
          日本                            | 日 本
          नमस्ते                            | नमस्ते
          ’ — … !                        | ''
          """)
  void readsATextAsTerms(String text, String terms) {
    assertThat(any.terms(text)).isEqualTo(terms);
  }

  @ParameterizedTest
  @CsvSource({
    "резолюция, резо\u00ADлюции",
    "резолюция, резолюции\u00A0ОИС",
    "резолюция, резолюции\u202FОИС",
    "конвой, конвои\u0306",
    "конвои\u0306, конвой",
    "ёлка, е\u0308лка",
    "Алиев, Али\u0301ева",
    "İhsanoğlu, I\u0307hsanog\u0306lu",
    "word, \u2066word\u2069",
    "word, wo\u200Drd",
    "word, word\u200Bnext",
    "각하, \u1100\u1161\u11A8하",
  })
  void readsDifferentEncodingsOfAWordAsOne(String query, String written) {
    assertThat(any.finds(query, written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Алиев, «Алиевой» сказал, Алиевой",
    "резолюция, о резо\u00ADлюции № 5, резо\u00ADлюции",
    "конвой, два конвои\u0306 там, конвои\u0306",
    "там, два конвои\u0306 там, там",
    "final, the ﬁnal act, ﬁnal",
    "act, the ﬁnal act, act",
    "word, a \u200Fword here, word",
    "here, a \u200Fword here, here",
    "مؤتمر, عُقِدَ المُؤْتَمَر هنا, المُؤْتَمَر",
    "Тувейджри, аль-Тувейджри, Тувейджри",
    "визит, года.Визит, Визит",
    "мир, 𝒜\u00AD мир, мир",
    "b, a &amp; <b>b</b>, b",
  })
  void highlightsTheWordAsItStandsInTheText(String query, String text, String highlighted) {
    assertThat(any.highlights(query, text)).containsExactly(highlighted);
  }

  @Test
  void countsAPositionForEachWordHoweverManyTermsItHas() {
    assertThat(any.tokens("Əliyev и Петров"))
        .containsExactly(
            new Token("əliyev", 0, 0, 6),
            new Token("eliyev", 0, 0, 6),
            new Token("и", 1, 7, 8),
            new Token("петров", 2, 9, 15),
            new Token("петр", 2, 9, 15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u0301", "\u00AD", "\u200F\u200E", "\uD835", "\uDC00а", "ـ", "'", "."})
  void survivesTextWithoutWords(String text) {
    assertThat(any.tokens(text)).allMatch(token -> token.end() <= text.length());
  }

  @Test
  void keepsOffsetsInTheTextAndInOrderWhateverTheText() {
    List<String> pieces =
        List.of(
            "а", "Ё", "и\u0306", "\u0301", "\u00AD", " ", "\u00A0", "-", "’", ".", ":", ",", "ﬁ",
            "ﷺ", "I", "İ", "ə", "x", "7", "٣", "م", "ـ", "ة", "\u200F", "\u200B", "𝒜", "\uD835",
            "\u1100", "\u1161", "日", "ов", "иев", "<b>", "&");
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(random.nextInt(12), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining());
      int start = 0;
      int position = 0;
      for (Token token : any.tokens(text)) {
        assertThat(token.start()).as(text).isBetween(start, token.end());
        assertThat(token.end()).as(text).isLessThanOrEqualTo(text.length());
        assertThat(token.position()).as(text).isGreaterThanOrEqualTo(position);
        assertThat(token.term()).as(text).isNotEmpty();
        start = token.start();
        position = token.position();
      }
    }
  }
}
