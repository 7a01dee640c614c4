package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What researchers take along from the pages: searches, feeds, citations. */
class ResearchersPagesIT {

  private static ReadersSide readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    readers = new ReadersSide();
    Curator curator = new Curator(readers.archive);
    new SampleCollection(readers.archive).deposit();
    curator.define("seats", true);
    curator.subject("hall");
    curator.record("H1", "hall", "seats", "100", "1991");
    curator.record("H2", "hall", "seats", "120", "1991");
    curator.record("H3", "hall", "seats", "90", "1950~");
    readers.awaitApplied();
  }

  @AfterAll
  static void stop() {
    readers.close();
  }

  @Test
  void showsHowSureAndHowContestedEachResultIs() throws InterruptedException {
    String page = page("/?subject=hall");
    for (int tries = 0; tries < 100 && !page.contains("contradictions?fact=H1"); tries++) {
      Thread.sleep(100);
      page = page("/?subject=hall");
    }
    assertThat(page)
        .contains(
            "/contradictions?fact=H1", "/contradictions?fact=H2", "Another fact says otherwise")
        .contains("sure-certain")
        .doesNotContain("/contradictions?fact=H3");
  }

  @Test
  void drawsATimelineInWhichAStretchCanBeChosen() {
    String page = page("/?subject=hall&q=hall");

    assertThat(page)
        .contains("<svg aria-hidden=\"true\" viewBox=\"0 0 600 80\"", "data-from=\"1991-01-01\"")
        .contains("name=\"validFrom\"", "name=\"validTo\"", "name=\"subject\" value=\"hall\"")
        .contains("As a list", "validFrom=1991-01-01&amp;validTo=1991-12-31");
    assertThat(page("/?subject=hall&validFrom=1980&validTo=2000"))
        .contains("value=\"1980\"", "value=\"2000\"", "/facts/H1")
        .doesNotContain("href=\"/facts/H3");
  }

  @Test
  void feedsASearch() {
    HttpResponse<String> feed = readers.get("/search.atom?subject=hall&size=7");

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type"))
        .contains("application/atom+xml;charset=UTF-8");
    assertThat(feed.body())
        .contains("/search.atom?subject=hall\"", "<title>All facts</title>")
        .contains("hall — seats: 100 (1991)", "/facts/H1</id>");
    assertThat(page("/?subject=hall")).contains("href=\"/search.atom?subject=hall\"");
    assertThat(readers.get("/search.atom?colour=red").statusCode()).isEqualTo(400);
  }

  @Test
  void citesAVersionOfAFact() {
    String cited = readers.get("/api/v1/facts/F2/citation?version=1").body();
    assertThat(cited)
        .contains("Летопись союза, paragraph 4: «входят 60 государств». The Union — ")
        .contains("Defter, fact F2, version 1, recorded on 2026-03-01, http://localhost")
        .endsWith("/facts/F2?version=1.");
    assertThat(
            readers.json("/api/v1/facts/F2/citation?format=csl-json").at("/0/version").asString())
        .isEqualTo("2");
    assertThat(readers.get("/api/v1/facts/F2/citation?format=bibtex").body())
        .startsWith("@misc{defter-F2-v2,");
    assertThat(page("/facts/F2"))
        .contains("/api/v1/facts/F2/citation?version=2&amp;format=bibtex", "Cite this fact");
    assertThat(readers.get("/api/v1/facts/F2/citation?format=ris").statusCode()).isEqualTo(400);
  }

  @Test
  void showsFactsInTheMarginOfTheirSource() {
    assertThat(page("/sources/chronicle?revision=1"))
        .contains("class=\"read\"", "class=\"margin\" open", "/facts/F2");
  }

  @Test
  void gathersADossier() {
    assertThat(page("/subjects/heydar-aliyev"))
        .contains("<svg role=\"img\" aria-labelledby=\"timeline-title timeline-told\"")
        .contains("visited: The Union, July 1994.", "Related subjects", "href=\"/subjects/union\"");
    assertThat(page("/subjects/union"))
        // Whose facts name it.
        .contains("href=\"/subjects/heydar-aliyev\"", "one fact", "class=\"certain\"");
    assertThat(page("/subjects/hall"))
        .contains("class=\"possible\"", "class=\"doubtful\"")
        .doesNotContain("Related subjects");
  }

  private static String page(String path) {
    HttpResponse<String> answer = readers.get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    assertThat(answer.body()).as(path).doesNotContain("??");
    return answer.body();
  }
}
