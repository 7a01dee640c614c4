package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzerbaijaniAnalyzerTest {
  private final Reading azerbaijani = new Reading(new AzerbaijaniAnalyzerFactory());

  /** The first word of a line, as in a dictionary, finds its forms, and each of them finds it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bakı Bakıda Bakıdan Bakının Bakıya Bakını Bakıdakı BAKI baki Bakida Bakinin",
        "Azərbaycan Azərbaycanın Azərbaycana Azərbaycanda Azərbaycandan Azərbaycanı AZƏRBAYCAN",
        "Azerbaycan Azərbaycanın Azerbaycanda Azərbaycandakı",
        "Əliyev Əliyevin Əliyevə Əliyevdən Əliyevi Əliyeva Əliyevanın ƏLİYEV Eliyevin",
        "təşkilat təşkilatı təşkilatın təşkilatının təşkilatlar təşkilatlarının təşkilatına",
        "təşkilat təşkilatında təşkilatından teskilatinin",
        "qətnamə qətnaməsi qətnamənin qətnamələr qətnaməni qətnaməyə qətnaməsində",
        "dövlət dövlətin dövlətlər dövlətlərin dövlətləri dövlətdir",
        "respublika respublikanın respublikası respublikasının respublikaya respublikadır",
        "Qarabağ Qarabağda Qarabağın Qarabağa Qarabağdan Qarabagda",
        "uşaq uşağı uşaqlar uşağın",
        "çörək çörəyi çörəkdən",
        "Gəncə Gəncədə Gəncənin Gəncəyə",
        "Şuşa Şuşada Şuşanın Şuşaya susa",
        "Naxçıvan Naxçıvanda Naxçıvanın Naxçıvana Naxçıvandan",
        "Xankəndi Xankəndinin Xankəndində Xankəndindən",
        "Türkiyə Türkiyədə Türkiyənin Türkiyəyə",
        "İran İranın İranda İrana",
        "Tehran Tehranın Tehranda Tehrana Tehrandan",
        "nazir nazirlər naziri nazirin nazirlərin NAZİR",
        "konfrans konfransı konfransda konfransın",
        "Heydər Heydərin Heydərə",
        "İlham İlhamın İlhama ilham",
        "üzv üzvlər üzvlərin",
        "xalq xalqlar xalqların",
        "ana anası ananın",
        "vətən vətənin vətəndə vətənə",
        "NATO NATO’nun",
        "məlum mə’lum MƏLUM",
        "İSLAM islam İslamın ISLAM",
        "Ilıq ılıq ILIQ iliq",
      })
  void findsTheFormsOfANoun(String forms) {
    String[] words = forms.split(" ", -1);
    for (String written : words) {
      assertThat(azerbaijani.finds(words[0], written)).as(written).isTrue();
      assertThat(azerbaijani.finds(written, words[0])).as(written).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gənc, Gəncə",
    "Bakı, bak",
    "mey, meydan",
    "ana, anar",
    "Şəki, şəkil",
    "dövlət, dövr",
    "Əli, Əliyev",
    "nazir, nəzər",
  })
  void keepsOtherWordsApart(String query, String written) {
    assertThat(azerbaijani.finds(query, written)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "BAKI, bakı/baki",
    "İSTİQLAL, istiqlal",
    "Bakıda, bakıda/bakida/baki",
    "I\u0307stanbul, istanbul",
    "Алиевой, алиев",
  })
  void putsTheExactSpellingFirst(String word, String terms) {
    assertThat(azerbaijani.terms(word)).isEqualTo(terms);
  }
}
