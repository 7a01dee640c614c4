package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.defter.ingest.Running.SERVICE;
import static org.defter.ingest.Running.as;
import static org.defter.ingest.Running.get;
import static org.defter.ingest.Running.request;
import static org.defter.ingest.Running.send;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;
import org.defter.ingest.Running.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Who read a restricted source is recorded, and stays so. */
class ReadsIT {

  private static final JdbcTemplate JDBC = SERVICE.getBean(JdbcTemplate.class);

  private static Answer read(String source, String... headers) {
    return send(
        "POST",
        "/reads",
        """
        {"source": "%s", "version": 2, "method": "GET", "address": "/sources/%s?revision=1"}
        """
            .formatted(source, source),
        headers);
  }

  private static String named(String name) {
    return "Bearer " + Running.IDENTITY.token("ann", name, List.of("archivist"));
  }

  private static JsonNode reads(String query) {
    Answer answer = get("/api/v1/reads?" + query);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json().path("reads");
  }

  @Test
  void saysWhoReadForWhomWhatAndHow() {
    assertThat(
            read("will", "Authorization", named("Ann Berg"), "Defter-On-Behalf-Of", "court")
                .status())
        .isEqualTo(204);

    JsonNode read = reads("source=will").path(0);
    assertThat(read.path("actor").toString())
        .isEqualTo("{\"id\":\"ann\",\"name\":\"Ann Berg\",\"role\":\"archivist\"}");
    assertThat(read.at("/onBehalfOf/id").asString()).isEqualTo("court");
    assertThat(read.path("version").asInt()).isEqualTo(2);
    assertThat(read.path("method").asString()).isEqualTo("GET");
    assertThat(read.path("address").asString()).isEqualTo("/sources/will?revision=1");
    assertThat(read.path("recordTime").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
  }

  @Test
  void givesNothingToRecordToWhoeverDidNotSignIn() {
    Answer refused =
        send(
            anonymous(
                "/reads",
                "{\"source\":\"diary\",\"version\":1,\"method\":\"HEAD\",\"address\":\"/x\"}"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(reads("source=diary")).isEmpty();
  }

  @Test
  void isForAuditorsToRead() {
    Answer archivist =
        send(request("/api/v1/reads", "Authorization", as("olaf", "archivist")).build());
    Answer auditor = send(request("/api/v1/reads", "Authorization", as("olga", "auditor")).build());

    assertThat(archivist.status()).isEqualTo(403);
    assertThat(archivist.text("detail")).contains("auditor, administrator");
    assertThat(auditor.status()).isEqualTo(200);
  }

  @Test
  void givesPagesNewestFirstAndFilesOfAll() {
    for (int at = 1; at <= 5; at++) {
      read("paged", "Authorization", as("ann", "r" + at, "archivist"));
    }

    Answer first = get("/api/v1/reads?source=paged&actor=ann&size=2");
    String next = first.response().headers().firstValue("Link").orElseThrow();
    Answer second = get(next.substring(1, next.indexOf('>')));
    Answer third =
        get("/api/v1/reads?source=paged&size=2&cursor=" + second.json().path("next").asString());

    assertThat(roles(first)).containsExactly("r5", "r4");
    assertThat(roles(second)).containsExactly("r3", "r2");
    assertThat(roles(third)).containsExactly("r1");
    assertThat(third.response().headers().firstValue("Link")).isEmpty();
    Answer file = get("/api/v1/reads?source=paged&format=jsonl");
    assertThat(file.response().headers().firstValue("Content-Type"))
        .hasValue("application/x-ndjson");
    assertThat(file.response().body().lines()).hasSize(5);
  }

  private static List<String> roles(Answer page) {
    return page.json()
        .path("reads")
        .valueStream()
        .map(read -> read.at("/actor/role").asString())
        .toList();
  }

  @Test
  void findsReadsByActorAndTime() {
    read("timed");
    String at = reads("source=timed").path(0).path("recordTime").asString();
    String day = at.substring(0, 10);

    assertThat(reads("source=timed&actor=bob")).isEmpty();
    assertThat(reads("source=timed&actor=bob&actor=ann")).hasSize(1);
    assertThat(reads("source=timed&from=" + at + "&to=" + at)).hasSize(1);
    assertThat(reads("source=timed&from=" + day + "&to=" + day)).hasSize(1);
    assertThat(reads("source=timed&to=2001-01-01")).isEmpty();
    assertThat(reads("source=timed&from=2101-01-01")).isEmpty();
  }

  @Test
  void writesNoCellThatASpreadsheetWouldRun() {
    read("formula", "Authorization", named("=1+1"));

    assertThat(get("/api/v1/reads?source=formula&format=csv").response().body())
        .contains(",'=1+1,");
  }

  @ParameterizedTest
  @CsvSource({
    "sources=a, sources",
    "from=yesterday, from",
    "size=1000, size",
    "cursor=x, cursor",
    "format=xml, format"
  })
  void refusesAQuestionThatMakesNoSense(String query, String field) {
    Answer refused = get("/api/v1/reads?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\":1,\"method\":\"GET\",\"address\":\"/x\"} | source",
        "{\"source\":\"a\",\"version\":0,\"method\":\"GET\",\"address\":\"/x\"} | version",
        "{\"source\":\"a\",\"version\":1,\"method\":\"get it\",\"address\":\"/x\"} | method",
        "{\"source\":\"a/b\",\"version\":1,\"method\":\"GET\",\"address\":\"/x\"} | source",
        "{\"source\":\"a\",\"version\":1,\"method\":\"GET\",\"address\":\"\"} | address"
      })
  void refusesToRecordWhatMakesNoSense(String body, String field) {
    Answer refused = send("POST", "/reads", body);

    assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
    assertThat(refused.text("field")).isEqualTo(field);
  }

  @Test
  void refusesToChangeOrDeleteAReadOnceItIsThere() {
    read("kept-read");
    for (String slip :
        new String[] {
          "UPDATE source_read SET actor_id = 'bob'",
          "DELETE FROM source_read",
          "TRUNCATE source_read"
        }) {
      assertThatThrownBy(() -> JDBC.execute(slip))
          .as(slip)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("never changed or deleted");
    }
  }

  @Test
  void recordsWhoReadsTheLogsEntriesOfARestrictedSource() {
    long at = deposit("sealed", "restricted");
    long open = deposit("unsealed", "open");

    Answer entries = get("/log/entries?from=%d&to=%d".formatted(at, at + 1));
    assertThat(entries.response().body()).contains("The words of sealed");
    get("/log/entries?from=%d&to=%d".formatted(open, open + 1));

    JsonNode read = reads("source=sealed");
    assertThat(read).hasSize(1);
    assertThat(read.at("/0/actor/id").asString()).isEqualTo("ann");
    assertThat(read.at("/0/version").asInt()).isEqualTo(1);
    assertThat(read.at("/0/address").asString())
        .isEqualTo("/log/entries?from=%d&to=%d".formatted(at, at + 1));
    assertThat(reads("source=unsealed")).isEmpty();
  }

  @Test
  void keepsABundleWithARestrictedSourceOutOfCachesAndRecordsItsReaders() {
    beginABundle();
    long at = deposit("bundled", "restricted");
    String bundle =
        "/log/tile/entries/%s.p/%d".formatted(tile(at / 256), Math.floorMod(at, 256) + 1);

    Answer given = get(bundle);

    assertThat(given.response().body()).contains("The words of bundled");
    assertThat(given.response().headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(reads("source=bundled").at("/0/address").asString()).isEqualTo(bundle);
  }

  @Test
  void givesNoEntryOfARestrictedSourceWhenThatCannotBeRecorded() {
    long at = deposit("unrecorded", "restricted");
    long open = deposit("recorded-or-not", "open");
    JDBC.execute(
        "ALTER TABLE source_read ADD CONSTRAINT full_disk CHECK (source_id <> 'unrecorded') NOT VALID");
    try {
      Answer refused = get("/log/entries?from=%d&to=%d".formatted(at, at + 1));

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("type")).isEqualTo("/problems/read-not-recorded");
      assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.response().body()).doesNotContain("The words of");
      assertThat(get("/log/entries?from=%d&to=%d".formatted(open, open + 1)).status())
          .isEqualTo(200);
    } finally {
      JDBC.execute("ALTER TABLE source_read DROP CONSTRAINT full_disk");
    }
    assertThat(get("/log/entries?from=%d&to=%d".formatted(at, at + 1)).status()).isEqualTo(200);
  }

  /** What other tests record may be too long for any bundle. */
  private static void beginABundle() {
    long entries =
        Objects.requireNonNull(
            JDBC.queryForObject("SELECT count(*) FROM domain_event_entry", Long.class));
    for (long filler = entries; filler % 256 != 0; filler++) {
      String subject =
          """
          {"id": "filler-%d", "kind": "place", "names": [{"text": "Filler", "language": "en"}]}
          """
              .formatted(filler);
      assertThat(send("POST", "/api/v1/subjects", subject).status()).isEqualTo(201);
    }
  }

  /** The number of its entry, which is in the log and signed. */
  private static long deposit(String id, String access) {
    Answer answer =
        send(
            "POST",
            "/api/v1/sources",
            """
            {"id": "%s", "title": "A source", "access": "%s",
             "transcription": {"language": "en", "text": "The words of %s."}}
            """
                .formatted(id, access, id));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    await().until(() -> !entry(id).isEmpty());
    return Objects.requireNonNull(entry(id).getFirst());
  }

  private static List<Long> entry(String source) {
    return JDBC.queryForList(
        "SELECT index FROM log_entry WHERE aggregate_identifier = ?",
        Long.class,
        "source/" + source);
  }

  private static String tile(long number) {
    return "%03d".formatted(number);
  }

  private static HttpRequest anonymous(String path, String body) {
    String port = SERVICE.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
