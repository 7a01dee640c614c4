package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole site, turned to another time. */
class TimeMachineIT {

  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"[^>]*>([^<]*)");
  private static final Pattern NO_PAGE = Pattern.compile("/(api|log)/.*|.*/timemap");

  /** They lead out of the time that was chosen, and say so. */
  private static final List<String> LEADING_OUT =
      List.of("Back to today", "as it is now", "superseded: an earlier version");

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?",
        "/?q=союз&",
        "/facts/F2?",
        "/facts/F2?version=1&",
        "/subjects/union?",
        "/sources/chronicle?",
        "/sources/chronicle?revision=1&",
        "/corrections?",
        "/contradictions?",
        "/duplicates?",
        "/unanchored-citations?"
      })
  void turnsEveryPageAndGoesAlongWithEveryLink(String page) {
    String then = page(page + "knownAt=2026-03-04&validAt=1990/1999");

    assertThat(then)
        .contains("As the archive knew it on 4 March 2026", "Back to today")
        .contains("in this time: from 1990 to 1999")
        .contains("value=\"2026-03-04\"", "value=\"1990/1999\"");
    Matcher link = LINK.matcher(then);
    int carrying = 0;
    while (link.find()) {
      boolean stays =
          NO_PAGE.matcher(link.group(1)).matches() || LEADING_OUT.contains(link.group(2));
      assertThat(stays || link.group(1).contains("knownAt=2026-03-04")).as(link.group()).isTrue();
      carrying += stays ? 0 : 1;
    }
    assertThat(carrying).isGreaterThan(5);
    assertThat(page(page)).doesNotContain("As the archive knew it", "Back to today");
  }

  @Test
  void showsWhatWasKnownThenAndWhetherItHeld() {
    assertThat(page("/facts/F2?knownAt=2026-03-04&validAt=1996"))
        .contains("60", "The source does not say when it held")
        .contains("provenance?format=svg&amp;knownAt=2026-03-04");
    assertThat(page("/facts/F2?validAt=1996")).contains("57", "It held in the time");
    assertThat(page("/facts/F2?validAt=1980")).contains("It did not hold in the time");
    assertThat(page("/facts/F2")).doesNotContain("the time that is asked about");
  }

  @Test
  void saysWhereAnotherTimeMeansNothing() {
    String timeless = "another time means nothing here";

    assertThat(page("/contradictions?knownAt=2026-03-04")).contains(timeless);
    assertThat(page("/corrections")).contains(timeless);
    assertThat(page("/facts/F2?knownAt=2026-03-04")).doesNotContain(timeless);
  }

  @Test
  void saysBesideTheFieldWhatIsNoDateAndKeepsIt() {
    HttpResponse<String> wrong =
        readers.get("/subjects/union?knownAt=2026-02-30&validAt=spring&wait=1");

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("action=\"/subjects/union\"", "value=\"2026-02-30\"", "value=\"spring\"")
        .contains("aria-describedby=\"known-wrong\"", "id=\"known-wrong\">This is not a date.")
        .contains("aria-describedby=\"valid-wrong\"", "id=\"valid-wrong\">This is not a date")
        .doesNotContain("As the archive knew it");
    assertThat(page("/duplicates?knownAt=soon")).contains("value=\"soon\"", "id=\"known-wrong\"");
  }

  private static String page(String path) {
    HttpResponse<String> answer = readers.get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    assertThat(answer.body()).as(path).doesNotContain("??");
    return answer.body();
  }
}
