package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.fact.FactCommand;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages say of facts that do not simply stand, and of what was merged. */
class StandingPagesIT {

  private static final Instant LATER = Instant.parse("2026-03-08T10:00:00Z");
  private static final String SUPERSEDED = "class=\"standing standing-superseded\"";
  private static ReadersSide readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    readers = new ReadersSide();
    SampleCollection collection = new SampleCollection(readers.archive);
    collection.deposit();
    collection.recordWords("F6", "union", "motto", "a slip", "1996");
    tell(new FactCommand.RetractFact(new FactId("F6"), null, reason("a slip")));
    tell(new FactCommand.DisputeFact(new FactId("F1"), null, reason("a later hand")));
    tell(new FactCommand.DeprecateFact(new FactId("F3"), null, reason("it was in spring")));
    tell(new FactCommand.ReinstateFact(new FactId("F5"), null, reason("to be merged instead")));
    tell(new FactCommand.AbsorbFact(new FactId("F4"), new FactId("F5"), reason("one motto")));
    tell(new FactCommand.MergeFact(new FactId("F5"), null, new FactId("F4"), reason("one motto")));
    SubjectId twin = new SubjectId("alliance");
    SubjectId union = new SubjectId("union");
    readers.archive.tell(
        "third",
        SampleCollection.BEGUN,
        new SubjectCommand.RegisterSubject(
            twin,
            SubjectKind.CORPORATE_BODY,
            List.of(new Name("The Alliance", new LanguageTag("en"), null)),
            List.of()));
    tell(new SubjectCommand.AbsorbSubject(union, twin, reason("the same")));
    tell(new SubjectCommand.MergeSubject(twin, null, union, reason("the same")));
    readers.awaitApplied();
  }

  @AfterAll
  static void stop() {
    readers.close();
  }

  @Test
  void marksAnOlderVersionAsSupersededWithSinceWhenAndAWayToTheNewest() {
    for (String past : List.of("version=1", "knownAt=2026-03-04")) {
      assertThat(page("/facts/F2?" + past))
          .as(past)
          .contains(SUPERSEDED, "2026-03-05T10:00:00Z", "it was then:", "standing-accepted")
          .contains("href=\"/facts/F2\"", "Version 2 is the newest");
    }
    for (String now : List.of("", "?version=2", "?knownAt=2026-03-06")) {
      assertThat(page("/facts/F2" + now)).as(now).doesNotContain(SUPERSEDED);
    }
  }

  @Test
  void saysOnTheOlderVersionHowTheFactStandsToday() {
    assertThat(page("/facts/F3?version=1"))
        .contains(SUPERSEDED, "standing-deprecated")
        .doesNotContain("known to be wrong. It is kept");
  }

  @Test
  void tellsEveryStandingApartInWords() {
    assertThat(page("/facts/F1")).contains("Somebody has doubts about this");
    assertThat(page("/facts/F3")).contains("it is known to be wrong");
    assertThat(page("/facts/F6")).contains("should never have been recorded");
    assertThat(page("/facts/F5?version=2")).contains(SUPERSEDED, "retracted: recorded by mistake");
    assertThat(page("/facts/F5?version=4"))
        .contains("said the same as another fact", "href=\"/facts/F4\"");
    assertThat(page("/facts/F2")).doesNotContain("class=\"notice\"");
    assertThat(page("/subjects/heydar-aliyev")).contains("standing-disputed");
    assertThat(page("/sources/chronicle?revision=1"))
        .contains("standing-disputed")
        .doesNotContain(SUPERSEDED);
    assertThat(page("/sources/chronicle?knownAt=2026-03-04"))
        .contains(SUPERSEDED, "/facts/F2?version=1");
    assertThat(page("/subjects/union")).doesNotContain("standing-accepted");
  }

  @Test
  void marksSupersededVersionsThatASearchFinds() {
    assertThat(page("/?standing=superseded&subject=union&property=members"))
        .contains(SUPERSEDED, "href=\"/facts/F2?version=1\"", "href=\"/facts/F2\"")
        .contains("60");
    assertThat(page("/?knownAt=2026-03-04&subject=union&property=members"))
        .contains(SUPERSEDED, "href=\"/facts/F2?version=1&amp;knownAt=2026-03-04\"")
        .contains("As the archive knew it on 4 March 2026");
    assertThat(page("/?subject=union&property=members"))
        .doesNotContain(SUPERSEDED)
        .contains("standing=superseded", "href=\"/facts/F2\"", "57");
    assertThat(page("/?standing=retracted&standing=deprecated"))
        .contains("deprecated: known to be wrong</a>");
  }

  @Test
  void sendsReadersOfAMergedFactToWhatItBecameWhichShowsItsHistory() {
    HttpResponse<String> moved = readers.get("/facts/F5?wait=5");

    assertThat(moved.statusCode()).isEqualTo(308);
    assertThat(moved.headers().firstValue("Location")).contains("/facts/F4?wait=5");
    assertThat(moved.headers().firstValue("Link")).contains("</facts/F4>; rel=\"canonical\"");
    assertThat(page("/facts/F4")).contains("Merged into this", "/facts/F5?version=4");
    assertThat(page("/facts/F5?version=4")).contains("id=\"v1\"", "id=\"v4\"", "two documents");
    assertThat(page("/facts/F4?version=1")).doesNotContain("Merged into this");
    assertThat(page("/facts/F5?knownAt=2026-03-06")).contains("standing-retracted", SUPERSEDED);
  }

  @Test
  void sendsReadersOfAMergedSubjectToWhatItBecameWithTheTimeTheyAskAbout() {
    HttpResponse<String> moved = readers.get("/subjects/alliance?validAt=1996");

    assertThat(moved.statusCode()).isEqualTo(308);
    assertThat(moved.headers().firstValue("Location")).contains("/subjects/union?validAt=1996");
    assertThat(
            readers.get("/api/v1/subjects/alliance?validAt=1996").headers().firstValue("Location"))
        .contains("/api/v1/subjects/union?validAt=1996");
    assertThat(page("/subjects/union"))
        .contains("Merged into this", "/subjects/alliance?knownAt=2026-03-08T09:59:59.999Z");
    assertThat(page("/subjects/union?knownAt=2026-03-07")).doesNotContain("Merged into this");
    assertThat(page("/subjects/alliance?knownAt=2026-03-08T09:59:59.999Z"))
        .contains("The Alliance", "As the archive knew it on 8 March 2026, 09:59:59 UTC")
        .doesNotContain("This record was merged");
    assertThat(page("/subjects/alliance?knownAt=2026-03-08"))
        .contains("This record was merged", "href=\"/subjects/union?knownAt=2026-03-08\"");
  }

  private static String page(String path) {
    HttpResponse<String> answer = readers.get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    assertThat(answer.body()).as(path).doesNotContain("??");
    return answer.body();
  }

  private static void tell(ArchiveCommand command) {
    readers.archive.tell("third", LATER, command);
  }

  private static Reason reason(String text) {
    return new Reason(ReasonType.OTHER, text);
  }
}
