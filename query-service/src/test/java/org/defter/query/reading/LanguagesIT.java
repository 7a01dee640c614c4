package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  @Test
  void sayWhatIsWrongInTheReadersLanguage() {
    HttpResponse<String> missing = readers.get("/facts/none", "Accept-Language", "ru");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("<html lang=\"ru\"", "Такого здесь нет");
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
