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
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Both times over HTTP: every kind of read, and what differs between two dates. */
class TwoTimesReadingIT {

  private static final LanguageTag EN = new LanguageTag("en");
  private static final Instant SEVENTH = Instant.parse("2026-03-07T10:00:00Z");
  private static final Instant EIGHTH = Instant.parse("2026-03-08T10:00:00Z");
  private static ReadersSide readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    readers = new ReadersSide();
    SampleCollection collection = new SampleCollection(readers.archive);
    collection.deposit();
    tell(SEVENTH, new SubjectCommand.NameSubject(new SubjectId("union"), name("The Federation")));
    tell(
        SEVENTH,
        new PropertyCommand.ReviseProperty(
            new PropertyId("members"),
            null,
            new PropertyDefinition(
                List.of(new Label("member states", EN)), Datatype.QUANTITY, true, null)));
    tell(SEVENTH, new FactCommand.DisputeFact(new FactId("F4"), null, reason("a later hand")));
    tell(SEVENTH, new FactCommand.RetractFact(new FactId("F3"), null, reason("slip")));
    tell(
        SEVENTH.plusMillis(1),
        new FactCommand.ReinstateFact(new FactId("F3"), null, reason("no slip after all")));
    merge();
    readers.awaitApplied();
  }

  private static void merge() {
    SubjectId twin = new SubjectId("alliance");
    SubjectId union = new SubjectId("union");
    tell(
        SampleCollection.BEGUN,
        new SubjectCommand.RegisterSubject(
            twin, SubjectKind.CORPORATE_BODY, List.of(name("The Alliance")), List.of()));
    tell(
        SEVENTH,
        new FactCommand.CorrectFact(
            new FactId("F4"),
            null,
            new FactCommand.Changes(twin, null, null, null, null, null, List.of()),
            reason("of the alliance")));
    tell(EIGHTH, new SubjectCommand.AbsorbSubject(union, twin, reason("the same")));
    tell(EIGHTH, new SubjectCommand.MergeSubject(twin, null, union, reason("the same")));
    tell(
        EIGHTH,
        new FactCommand.ReinstateFact(new FactId("F5"), null, reason("to be merged instead")));
    tell(
        EIGHTH,
        new FactCommand.AbsorbFact(new FactId("F4"), new FactId("F5"), reason("one motto")));
    tell(
        EIGHTH,
        new FactCommand.MergeFact(new FactId("F5"), null, new FactId("F4"), reason("one motto")));
  }

  @AfterAll
  static void stop() {
    readers.close();
  }

  @Test
  void givesASubjectTheNamesAndFactsItHadThen() {
    JsonNode then = readers.json("/api/v1/subjects/union?knownAt=2026-03-06");

    assertThat(then.at("/subject/version").asInt()).isOne();
    assertThat(then.at("/subject/names").toString()).doesNotContain("Federation");
    assertThat(then.path("factCount").asInt()).isEqualTo(2);
    assertThat(readers.json("/api/v1/subjects/union").at("/subject/names").toString())
        .contains("The Federation", "The Alliance");
    assertThat(factCount("/api/v1/subjects/union?knownAt=2026-03-06&validAt=1996")).isEqualTo(2);
    assertThat(factCount("/api/v1/subjects/union?knownAt=2026-03-04&validAt=1996")).isOne();
  }

  @Test
  void saysThatNothingOfTheSortWasKnownYetAndSinceWhenItIs() {
    for (String path :
        List.of("facts/F2", "subjects/union", "sources/chronicle", "properties/members")) {
      HttpResponse<String> answer = readers.get("/api/v1/" + path + "?knownAt=2026-02-28");

      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).contains("did not know", "2026-03-01T10:00:00Z");
    }
  }

  @Test
  void labelsThingsAsTheyWereCalledThen() {
    assertThat(readers.json("/api/v1/facts/F2?knownAt=2026-03-06").at("/labels").toString())
        .contains("number of members");
    assertThat(readers.json("/api/v1/facts/F2").at("/labels").toString()).contains("member states");
    assertThat(
            readers
                .json("/api/v1/search?property=members&knownAt=2026-03-06")
                .at("/labels")
                .toString())
        .contains("number of members");
  }

  @Test
  void findsByTheNamesThatWereKnownThen() {
    assertThat(total("/api/v1/search?q=Federation")).isPositive();
    assertThat(total("/api/v1/search?q=Federation&knownAt=2026-03-06")).isZero();
    assertThat(total("/api/v1/subjects?q=Federation&knownAt=2026-03-06")).isZero();
  }

  @Test
  void givesASourceAndATermAsTheyWereThen() {
    assertThat(
            readers
                .json("/api/v1/sources/chronicle?knownAt=2026-03-04")
                .at("/transcription/revision")
                .asInt())
        .isOne();
    assertThat(readers.get("/api/v1/sources/chronicle/transcription?knownAt=2026-03-04").body())
        .contains("осенью");
    assertThat(
            readers
                .get("/api/v1/sources/chronicle/transcription?revision=2&knownAt=2026-03-04")
                .statusCode())
        .isEqualTo(404);
    assertThat(readers.json("/api/v1/properties/members?knownAt=2026-03-06").toString())
        .contains("number of members")
        .doesNotContain("singleValued", "member states");
    assertThat(readers.json("/api/v1/properties?knownAt=2026-03-06").toString())
        .doesNotContain("member states");
    assertThat(total("/api/v1/sources/chronicle/facts?validAt=1994-07")).isEqualTo(2);
  }

  @Test
  void saysWhetherAFactHeldInTheDaysAskedAbout() {
    assertThat(held("F1", "validAt=1994-07")).isEqualTo("certainly");
    assertThat(held("F1", "validAt=1994-07-01")).isEqualTo("possibly");
    assertThat(held("F1", "validFrom=1995")).isEqualTo("no");
    assertThat(held("F2", "knownAt=2026-03-04&validAt=1995")).isEqualTo("undated");
    assertThat(held("F2", "knownAt=2026-03-05&validAt=1995")).isEqualTo("certainly");
  }

  @Test
  void comparesTheArchiveBetweenTwoDates() {
    JsonNode all = readers.json("/api/v1/comparison?from=2026-03-04&to=2026-03-07");

    assertThat(all.path("counts").toString())
        .isEqualTo("{\"appeared\":0,\"changed\":2,\"went\":1}");
    JsonNode corrected = all.at("/differences/0");
    assertThat(corrected.path("fact").asString()).isEqualTo("F2");
    assertThat(corrected.at("/changes/0/field").asString()).isEqualTo("value");
    assertThat(corrected.at("/changes/0/before/amount").asString()).isEqualTo("60");
    assertThat(corrected.at("/steps/0/actor").asString()).isEqualTo("second");
    assertThat(corrected.at("/steps/0/reason/type").asString()).isEqualTo("better-source");
    assertThat(all.at("/differences/2/fact").asString()).isEqualTo("F5");
    assertThat(all.at("/differences/2/difference").asString()).isEqualTo("went");
    assertThat(all.at("/differences/2/after/standing").asString()).isEqualTo("retracted");
    // F3 was retracted and came back: nothing differs.
    assertThat(all.path("differences").toString()).doesNotContain("\"F3\"");
  }

  @Test
  void comparesTheAnswersToOneQuestion() {
    assertThat(counts("from=2026-02-01&to=2026-03-02&property=motto"))
        .isEqualTo("{\"appeared\":2,\"changed\":0,\"went\":0}");
    // Until it was dated, it answered no question about days.
    assertThat(counts("from=2026-03-04&to=2026-03-05&validFrom=1990&validTo=1993"))
        .isEqualTo("{\"appeared\":1,\"changed\":0,\"went\":0}");
    assertThat(counts("from=2026-03-04&to=2026-03-05&standing=retracted"))
        .isEqualTo("{\"appeared\":1,\"changed\":0,\"went\":0}");
    // The two subjects of this fact are one today.
    assertThat(counts("from=2026-03-06&to=2026-03-07&subject=union"))
        .isEqualTo("{\"appeared\":0,\"changed\":1,\"went\":0}");
  }

  @Test
  void refusesAComparisonThatMakesNoSense() {
    for (String query :
        List.of("from=2026-03-01", "from=2026-03-01&to=2026-02-01", "from=x&to=2026-03-01")) {
      assertThat(readers.get("/api/v1/comparison?" + query).statusCode()).as(query).isEqualTo(400);
    }
    assertThat(readers.get("/api/v1/comparison?from=2026-03-01&to=2026-03-02&knownAt=2026").body())
        .contains("\"field\":\"knownAt\"");
  }

  @Test
  void pagesThroughAComparison() {
    HttpResponse<String> first =
        readers.get("/api/v1/comparison?from=2026-03-04&to=2026-03-07&size=2");
    String next = first.headers().firstValue("Link").orElseThrow();

    JsonNode second = readers.json(next.substring(1, next.indexOf('>')));
    assertThat(second.path("differences").size()).isOne();
    assertThat(second.at("/differences/0/fact").asString()).isEqualTo("F5");
    assertThat(second.has("counts")).isFalse();
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void listsTheChangesOfOneSubjectPropertyThingOrReason() {
    assertThat(changes("subject=union&property=members")).isEqualTo(2);
    assertThat(changes("property=members")).isEqualTo(4);
    assertThat(changes("of=fact/F5")).isEqualTo(4);
    assertThat(changes("reason=better-source")).isOne();
    assertThat(changes("reason=better-source&of=fact/F5")).isZero();
  }

  @Test
  void sendsAReaderOfWhatWasMergedToWhatItBecame() {
    HttpResponse<String> subject = readers.get("/api/v1/subjects/alliance");
    assertThat(subject.statusCode()).isEqualTo(308);
    assertThat(subject.headers().firstValue("Location")).contains("/api/v1/subjects/union");
    assertThat(subject.headers().firstValue("Link").orElseThrow()).contains("rel=\"canonical\"");
    assertThat(subject.body()).contains("\"into\":\"union\"");

    assertThat(readers.get("/api/v1/facts/F5").headers().firstValue("Location"))
        .contains("/api/v1/facts/F4");
    assertThat(readers.json("/api/v1/facts/F5?version=3").path("standing").asString())
        .isEqualTo("accepted");
    assertThat(readers.json("/api/v1/facts/F5?knownAt=2026-03-08").path("into").asString())
        .isEqualTo("F4");
    assertThat(readers.json("/api/v1/facts/F5/history").path("versions").size()).isEqualTo(4);
  }

  @Test
  void readsASubjectWithTheFactsOfAllThatWereMergedIntoIt() {
    assertThat(factCount("/api/v1/subjects/union")).isEqualTo(2);
    assertThat(total("/api/v1/facts?subject=union")).isEqualTo(2);
    assertThat(total("/api/v1/facts?subject=alliance")).isEqualTo(2);
    assertThat(total("/api/v1/facts?subject=union&knownAt=2026-03-07")).isOne();
    assertThat(total("/api/v1/facts?subject=alliance&knownAt=2026-03-07")).isOne();
    assertThat(total("/api/v1/search?q=Federation&property=motto")).isOne();
    assertThat(readers.json("/api/v1/subjects?q=Alliance").at("/subjects/0/id").asString())
        .isEqualTo("union");
  }

  private static int changes(String question) {
    return total("/api/v1/changes?" + question);
  }

  private static int total(String path) {
    return readers.json(path).path("total").asInt();
  }

  private static int factCount(String path) {
    return readers.json(path).path("factCount").asInt();
  }

  private static String counts(String question) {
    return readers.json("/api/v1/comparison?" + question).path("counts").toString();
  }

  private static String held(String fact, String question) {
    return readers.json("/api/v1/facts/" + fact + "?" + question).path("held").asString();
  }

  private static void tell(Instant at, ArchiveCommand command) {
    readers.archive.tell("third", at, command);
  }

  private static Name name(String text) {
    return new Name(text, EN, null);
  }

  private static Reason reason(String text) {
    return new Reason(ReasonType.OTHER, text);
  }
}
