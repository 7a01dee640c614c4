package org.defter.query.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.defter.core.detail.Detail;
import org.defter.core.id.ArchiveId;
import org.defter.query.read.NotHeld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers are told, where a language bends its words for what they speak of. */
class ReadersTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fact/F1       | there is no fact 'F1'       | факта «F1» нет       | “F1” faktı yoxdur
          subject/S1    | there is no subject 'S1'    | предмета «S1» нет    | “S1” mövzusu yoxdur
          source/D1     | there is no source 'D1'     | источника «D1» нет   | “D1” mənbəsi yoxdur
          property/p    | there is no property 'p'    | свойства «p» нет     | “p” xassəsi yoxdur
          correction/C1 | there is no correction 'C1' | исправления «C1» нет | “C1” düzəlişi yoxdur
          """)
  void nameTheKindOfThingThatIsNotHeld(String id, String english, String russian, String azeri) {
    assertAllSay(NotHeld.ever(ArchiveId.parse(id)), english, russian, azeri);
  }

  @ParameterizedTest
  @CsvSource({
    "fact/F1, факта «F1», “F1” faktını",
    "subject/S1, предмета «S1», “S1” mövzusunu",
    "source/D1, источника «D1», “D1” mənbəsini",
    "property/p, свойства «p», “p” xassəsini"
  })
  void sayWhenAThingWasNotKnownYet(String id, String russian, String azeri) {
    Detail detail =
        NotHeld.then(
            ArchiveId.parse(id), Instant.parse("2026-03-01T00:00:00Z"), "2026-03-02T00:00:00Z");

    assertThat(detail.in(Locale.of("ru")))
        .isEqualTo(
            "архив ещё не знал %s в это время (2026-03-01T00:00:00Z): он узнал о нём 2026-03-02T00:00:00Z"
                .formatted(russian));
    assertThat(detail.in(Locale.of("az"))).contains("2026-03-01T00:00:00Z", azeri);
  }

  @ParameterizedTest
  @CsvSource({
    "fact/F1, версии 9 факта «F1» нет",
    "subject/S1, версии 9 предмета «S1» нет",
    "source/D1, версии 9 источника «D1» нет"
  })
  void sayWhichVersionsThereAre(String id, String begin) {
    assertThat(NotHeld.inVersion(ArchiveId.parse(id), "9", 1200).in(Locale.of("ru")))
        .isEqualTo(begin + ": у него есть версии с 1 по 1200");
  }

  @ParameterizedTest
  @CsvSource({"25, 25 слов", "31, 31 слово", "32, 32 слова"})
  void countInRussianAsPeopleDo(int words, String said) {
    assertThat(Detail.of("query.search.too-many-words", words, 24).in(Locale.of("ru")))
        .isEqualTo("здесь " + said + ", а допускается не больше 24");
  }

  @Test
  void writeNumbersThatAreTypedAgainWithoutGroups() {
    assertAllSay(
        Detail.of("query.parameter.no-number", "x", 1, 1_000_000),
        "'x' is not a whole number from 1 to 1000000",
        "«x» — не целое число от 1 до 1000000",
        "“x” 1 ilə 1000000 arasında tam ədəd deyil");
  }

  @Test
  void keepSignsThatMeanSomethingToTheMessages() {
    assertAllSay(
        Detail.of("query.search.too-many-letters", 3, 2),
        "the number after '~' behind character 3 says how many letters may differ: at most 2",
        "число после «~» за символом 3 говорит, сколько букв может отличаться: не больше 2",
        "3 yerindəki simvoldan sonrakı “~” işarəsinin ədədi neçə hərfin fərqlənə biləcəyini deyir:"
            + " ən çoxu 2");
    assertAllSay(
        Detail.of("query.search.not-closed", 7),
        "the '(' at character 7 is not closed: add ')', or leave it out",
        "скобка «(» на месте 7 не закрыта: добавьте «)» или уберите её",
        "7 yerindəki “(” bağlanmayıb: “)” əlavə edin və ya onu silin");
  }

  private static void assertAllSay(Detail detail, String english, String russian, String azeri) {
    assertThat(detail).hasToString(english);
    assertThat(detail.in(Locale.of("ru"))).isEqualTo(russian);
    assertThat(detail.in(Locale.of("az"))).isEqualTo(azeri);
  }
}
