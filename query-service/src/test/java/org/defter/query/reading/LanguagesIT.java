package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages in the reader's language, and the audit trail as a page. */
class LanguagesIT {

  private static ReadersSide readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    readers = new ReadersSide();
    new SampleCollection(readers.archive).deposit();
    readers.awaitApplied();
  }

  @AfterAll
  static void stop() {
    readers.close();
  }

  @Test
  void speakTheLanguageThatTheBrowserAsksFor() {
    assertThat(page("/facts/F2", "Accept-Language", "ru-RU,en;q=0.5"))
        .contains("<html lang=\"ru\"", "число членов", "Записан", "Почему:", "Лучший источник")
        .contains("1 марта 2026 года, 10:00:00 UTC", "с 1990 года");
    assertThat(page("/facts/F2", "Accept-Language", "az"))
        .contains("<html lang=\"az\"", "Yazıldı", "1 mart 2026-cı il, 10:00:00 UTC");
    assertThat(page("/facts/F2", "Accept-Language", "de"))
        .contains("<html lang=\"en\"", "Recorded", "1 March 2026, 10:00:00 UTC");
    assertThat(page("/", "Accept-Language", "ru")).contains("4 факта");
  }

  @Test
  void speakTheLanguageThatWasChosenBeforeAnyOther() {
    HttpResponse<String> chosen =
        readers.get("/facts/F2?knownAt=2026-03-04&lang=az", "Accept-Language", "ru");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).contains("/facts/F2?knownAt=2026-03-04");
    String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("defter-language=az; ").contains("HttpOnly", "SameSite=Lax");

    assertThat(page("/facts/F2", "Accept-Language", "ru", "Cookie", "defter-language=az"))
        .contains("<html lang=\"az\"");
    assertThat(page("/facts/F2", "Accept-Language", "ru", "Cookie", "defter-language=xx"))
        .contains("<html lang=\"ru\"", "href=\"/facts/F2?lang=az\"");
    assertThat(readers.get("/facts/F2").headers().allValues("Vary"))
        .contains("Accept-Language", "Cookie");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ru             | ru | Такого здесь нет       | факта «none» нет
          az             | az | Belə bir şey yoxdur    | “none” faktı yoxdur
          de, ru;q=0.5   | ru | Такого здесь нет       | факта «none» нет
          az;q=0.1,en-GB | en | There is no such thing | there is no fact 'none'
          de             | en | There is no such thing | there is no fact 'none'
                         | en | There is no such thing | there is no fact 'none'
          """)
  void tellProgramsWhatIsWrongInTheLanguageAskedFor(
      @Nullable String asked, String language, String title, String detail) {
    HttpResponse<String> missing =
        asked == null
            ? readers.get("/api/v1/facts/none")
            : readers.get(
                "/api/v1/facts/none", "Accept-Language", asked, "Cookie", "defter-language=az");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().allValues("Content-Language")).containsExactly(language);
    assertThat(missing.headers().allValues("Vary")).containsOnlyOnce("Accept-Language");
    JsonNode problem = JsonMapper.shared().readTree(missing.body());
    assertThat(problem.path("title").asString()).isEqualTo(title);
    assertThat(problem.path("detail").asString()).isEqualTo(detail);
  }

  @Test
  void tellInTheReadersLanguageWhatIsRefusedBeforeItIsRead() {
    HttpResponse<String> nobody =
        readers.get("/api/v1/reads", "Accept-Language", "az", "Cookie", "defter-language=ru");
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().allValues("Content-Language")).containsExactly("az");
    assertThat(nobody.body()).contains("Kim olduğunuzu deyin", "daxil olun");

    HttpResponse<String> malformed = readers.get("/api/v1/facts/a%5Cb", "Accept-Language", "ru");
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(malformed.headers().allValues("Content-Language")).containsExactly("ru");
    assertThat(malformed.body()).contains("Запрос нельзя прочесть", "запрос — не правильный HTTP");
  }

  @Test
  void sayOnAPageWhatIsWrongInTheReadersLanguage() {
    HttpResponse<String> missing = readers.get("/facts/none", "Accept-Language", "ru");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().allValues("Content-Language")).containsExactly("ru");
    assertThat(missing.headers().allValues("Vary")).contains("Accept-Language", "Cookie");
    assertThat(missing.body()).contains("<html lang=\"ru\"", "Такого здесь нет");
    assertThat(said(missing.body()))
        .contains("факта «none» нет")
        .matches("[^\\p{IsLatin}]*факта «none» нет[^\\p{IsLatin}]*");

    HttpResponse<String> chosen =
        readers.get("/facts/none", "Accept-Language", "ru", "Cookie", "defter-language=az");
    assertThat(chosen.headers().allValues("Content-Language")).containsExactly("az");
    assertThat(said(chosen.body())).contains("“none” faktı yoxdur");
  }

  /** The words of a page's main part. */
  private static String said(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"))
        .replaceAll("<[^>]*>", " ");
  }

  @Test
  void tellAuditorsWhatWasChangedByWhomAndWhy() {
    assertThat(page("/changes?of=fact/F2"))
        .contains("2 changes", "Corrected", "Better source", "own count")
        .contains("<del>", "60", "<ins>", "57", "since 1990")
        .contains("/api/v1/changes?of=fact%2FF2&amp;format=csv");
    assertThat(page("/changes?actor=second&type=archive.fact.retracted.v1"))
        .contains("One change", "href=\"/facts/F5\"")
        .doesNotContain("href=\"/facts/F2\"");
    assertThat(page("/changes?size=3")).contains("rel=\"next\"");
    assertThat(page("/changes?actor=nobody")).contains("No changes", "Nothing was changed so");
  }

  private static String page(String path, String... headers) {
    HttpResponse<String> answer = readers.get(path, headers);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    assertThat(answer.body()).as(path).doesNotContain("??");
    return answer.body();
  }
}
