package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.Receipt;
import org.defter.core.fact.FactCommand.AbsorbFact;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.MergeFact;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand.NameSubject;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.localstack.LocalStack;
import org.defter.query.BlankStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Versions for the web, over events that went through Kafka and the projections. */
class MementoReadingIT {

  /** F2 was recorded on 1 March and corrected on 5 March; then twice within one second. */
  private static final Instant WITHIN_A_SECOND = Instant.parse("2026-03-08T10:00:00.250Z");

  private static final Instant MERGED = Instant.parse("2026-03-09T10:00:00Z");
  private static final Reason REASON = new Reason(ReasonType.OTHER, "counted again");

  private static PublishingArchive archive;
  private static RunningReaders readers;

  @BeforeAll
  static void tell() throws Exception {
    LocalStack stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    readers = new RunningReaders(stack);
    SampleCollection collection = new SampleCollection(archive);
    collection.deposit();
    collection.recordWords("D1", "union", "motto", "Forward", "1996");
    collection.recordWords("D2", "union", "motto", "Forward", "1996");
    members("58", WITHIN_A_SECOND);
    members("59", WITHIN_A_SECOND.plusMillis(500));
    archive.tell(
        "first",
        SampleCollection.CORRECTED,
        new NameSubject(
            new SubjectId("union"), new Name("The New Union", new LanguageTag("en"), null)));
    archive.tell("first", MERGED, new AbsorbFact(new FactId("D2"), new FactId("D1"), REASON));
    Receipt merged =
        archive.tell(
            "first", MERGED, new MergeFact(new FactId("D1"), null, new FactId("D2"), REASON));
    readers.awaitChanges((int) archive.published(), merged);
  }

  @AfterAll
  static void stop() {
    readers.close();
    archive.close();
  }

  private static void members(String amount, Instant at) {
    archive.tell(
        "second",
        at,
        new CorrectFact(
            new FactId("F2"),
            null,
            new Changes(null, null, new Quantity(amount, null, false), null, null, null, List.of()),
            REASON));
  }

  @Test
  void theTimeGateChoosesWhatWasKnownAtTheEndOfTheSecond() {
    assertThat(chosen("F2", "Sun, 01 Mar 2026 10:00:00 GMT")).isEqualTo(1);
    assertThat(chosen("F2", "Thu, 05 Mar 2026 09:59:59 GMT")).isEqualTo(1);
    assertThat(chosen("F2", "Thu, 05 Mar 2026 10:00:00 GMT")).isEqualTo(2);
    assertThat(chosen("F2", "Sun, 08 Mar 2026 09:59:59 GMT")).isEqualTo(2);
    assertThat(chosen("F2", "Sun, 08 Mar 2026 10:00:00 GMT")).isEqualTo(4);
    assertThat(chosen("F2", "Sat, 01 Jan 2000 00:00:00 GMT")).isEqualTo(1);
    for (String second :
        List.of("2026-03-05T09:59:59", "2026-03-05T10:00:00", "2026-03-08T10:00:00")) {
      String known = "/api/v1/facts/F2?knownAt=" + second + ".999Z";
      String date =
          DateTimeFormatter.RFC_1123_DATE_TIME
              .format(Instant.parse(second + "Z").atOffset(ZoneOffset.UTC))
              .replaceFirst(", (\\d) ", ", 0$1 ");
      assertThat(chosen("F2", date)).isEqualTo(readers.json(known).path("version").asLong());
    }
  }

  private static long chosen(String fact, String date) {
    HttpResponse<String> answer =
        readers.get("/api/v1/facts/" + fact + "/timegate", "Accept-Datetime", date);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().allValues("Vary")).contains("accept-datetime");
    assertThat(answer.headers().firstValue("Memento-Datetime")).isEmpty();
    assertThat(links(answer)).contains("rel=\"original\"", "rel=\"timemap\"", "first memento");
    String location = answer.headers().firstValue("Location").orElseThrow();
    return Long.parseLong(location.replaceFirst(".*/versions/", ""));
  }

  @Test
  void theTimeGateGivesTheNewestUnlessADateIsNamedAndRefusesABadOne() {
    HttpResponse<String> newest = readers.get("/api/v1/facts/F2/timegate");
    assertThat(newest.headers().firstValue("Location").orElseThrow()).endsWith("/F2/versions/4");
    HttpResponse<String> bad =
        readers.get("/api/v1/facts/F2/timegate", "Accept-Datetime", "2026-03-05");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("\"field\":\"Accept-Datetime\"");
    assertThat(readers.get("/api/v1/facts/F9/timegate").statusCode()).isEqualTo(404);
  }

  @Test
  void aVersionHasAnAddressAndSaysWhenItWas() {
    HttpResponse<String> second = readers.get("/api/v1/facts/F2/versions/2");

    assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
    assertThat(second.body()).contains("\"version\":2", "\"amount\":\"57\"");
    assertThat(second.headers().firstValue("Memento-Datetime"))
        .contains("Thu, 05 Mar 2026 10:00:00 GMT");
    assertThat(links(second))
        .contains("/api/v1/facts/F2>; rel=\"original\"", "rel=\"timegate\"", "rel=\"timemap\"")
        .contains("versions/1>; rel=\"first prev memento\"", "versions/3>; rel=\"next memento\"")
        .contains("versions/4>; rel=\"last memento\"");
    assertThat(readers.get("/api/v1/facts/F2/versions/5").statusCode()).isEqualTo(404);
    assertThat(readers.get("/api/v1/facts/F2/versions/first").statusCode()).isEqualTo(404);
  }

  @Test
  void theThingAsItIsLeadsToItsTimeGateAndTimeMap() {
    for (String path :
        List.of(
            "/api/v1/facts/F2",
            "/api/v1/subjects/union",
            "/api/v1/sources/chronicle",
            "/facts/F2",
            "/subjects/union",
            "/sources/chronicle")) {
      HttpResponse<String> now = readers.get(path);
      assertThat(now.statusCode()).as(path).isEqualTo(200);
      assertThat(links(now)).contains(path + "/timegate>; rel=\"timegate\"");
      assertThat(links(now)).contains(path + "/timemap>; rel=\"timemap\"");
      HttpResponse<String> map = readers.get(path + "/timemap");
      assertThat(map.headers().firstValue("Content-Type")).contains("application/link-format");
      for (String memento : mementos(map)) {
        HttpResponse<String> then = readers.get(URI.create(memento).getPath());
        assertThat(then.statusCode()).as(memento).isEqualTo(200);
        assertThat(then.headers().allValues("Memento-Datetime")).hasSize(1);
        assertThat(then.headers().allValues("Link")).hasSize(1);
      }
    }
  }

  private static List<String> mementos(HttpResponse<String> map) {
    List<String> addresses =
        Pattern.compile("<([^>]*)>; rel=\"[a-z ]*memento\"; datetime=")
            .matcher(map.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(addresses).isNotEmpty();
    return addresses;
  }

  @Test
  void subjectsAndSourcesAreAsTheyWereKnown() {
    assertThat(readers.json("/api/v1/subjects/union/versions/1").at("/subject/names").size())
        .isEqualTo(2);
    assertThat(readers.json("/api/v1/subjects/union/versions/2").at("/subject/names").size())
        .isEqualTo(3);
    assertThat(
            readers
                .json("/api/v1/sources/chronicle/versions/1")
                .at("/transcription/revision")
                .asInt())
        .isEqualTo(1);
    assertThat(
            readers
                .json("/api/v1/sources/chronicle/versions/2")
                .at("/transcription/revision")
                .asInt())
        .isEqualTo(2);
    assertThat(readers.get("/facts/F2/versions/1").body()).contains(">60<");
    assertThat(readers.get("/facts/F2/versions/2").body()).contains("version 2");
  }

  @Test
  void whatWasMergedKeepsItsOwnVersions() {
    HttpResponse<String> merged = readers.get("/api/v1/facts/D1");
    assertThat(merged.statusCode()).isEqualTo(308);
    assertThat(links(merged)).contains("/facts/D1/timegate>; rel=\"timegate\"");
    assertThat(chosen("D1", "Sun, 08 Mar 2026 10:00:00 GMT")).isEqualTo(1);
    assertThat(chosen("D1", "Mon, 09 Mar 2026 10:00:00 GMT")).isEqualTo(2);
    assertThat(readers.json("/api/v1/facts/D1/versions/1").path("standing").asString())
        .isEqualTo("accepted");
    assertThat(readers.json("/api/v1/facts/D1/versions/2").path("standing").asString())
        .isEqualTo("merged");
  }

  private static String links(HttpResponse<String> answer) {
    return String.join(", ", answer.headers().allValues("Link"));
  }
}
