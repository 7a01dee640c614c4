package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.defter.ingest.Running.Answer;
import org.defter.ingest.imports.Seed;
import org.defter.ingest.store.StoredEvents;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class ImportsIT {

  private static final String BOUNDARY = "a-boundary-that-no-file-has";
  private static final String HEADER = "id,paragraph,quote,subject,property,value,datatype\n";

  @Test
  void importsTheSeedOnceHoweverOftenItIsSent() throws Exception {
    Map<String, String> seed = new LinkedHashMap<>();
    seed.put("facts", Seed.facts());
    seed.put("source", Seed.essay());
    seed.put("sourceId", "seed");
    seed.put("language", "ru");

    assertThat(outcome(finished(with(seed, "dryRun", "true")))).isEqualTo("finished 114 3 1 0 1 0");
    assertThat(outcome(finished(seed))).isEqualTo("finished 114 3 1 0 1 0");
    long position = newestPosition();
    JsonNode again = finished(seed);

    assertThat(outcome(again)).isEqualTo("finished 0 0 0 118 0 0");
    assertThat(newestPosition()).isEqualTo(position);
    assertThat(again.path("rows").path("done").asLong()).isEqualTo(118);
  }

  private static Map<String, String> with(Map<String, String> parts, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parts);
    more.put(name, value);
    return more;
  }

  private static String outcome(JsonNode report) {
    JsonNode counts = report.path("counts");
    return String.join(
        " ",
        report.path("state").asString(),
        counts.path("facts").asString(),
        counts.path("citations").asString(),
        counts.path("corrections").asString(),
        counts.path("unchanged").asString(),
        counts.path("possibleDuplicates").asString(),
        counts.path("errors").asString());
  }

  private static long newestPosition() {
    return Running.SERVICE.getBean(StoredEvents.class).newestPosition();
  }

  @Test
  void listsTheRowsItLeavesOutInTheReportAndAsCsv() throws Exception {
    JsonNode report =
        finished(
            Map.of(
                "facts",
                HEADER + "I1,1,one,i,says,1,quantity\nI2,1,two,i,says,2,quantity\n",
                "source",
                "one",
                "sourceId",
                "left-out"));

    assertThat(outcome(report)).isEqualTo("finished 1 0 0 0 0 1");
    assertThat(report.path("problems").path(0).path("line").asLong()).isEqualTo(3);
    assertThat(report.path("problems").path(0).path("column").asString()).isEqualTo("quote");
    Answer csv = Running.get("/api/v1/imports/" + report.path("id").asString() + "/problems");
    assertThat(csv.response().body())
        .startsWith("file,line,column,row,reason\r\nfacts,3,quote,I2,");
  }

  @Test
  void saysWhatIsWrongWithARowInTheLanguageOfWhoeverReads() throws Exception {
    JsonNode report =
        finished(
            Map.of(
                "facts",
                HEADER + "I8,1,two,i,says,2,quantity\n",
                "source",
                "one",
                "sourceId",
                "left-out-in-words"));
    String address = "/api/v1/batches/" + report.path("id").asString();
    String russian = "этих слов в источнике нет: скопируйте их из абзаца 1";

    assertThat(report.at("/problems/0/reason").asString())
        .isEqualTo("these words are not in the source: copy them from paragraph 1");
    assertThat(read(address, "ru").json().at("/problems/0/reason").asString()).isEqualTo(russian);
    assertThat(read(address, "ru").response().headers().allValues("Vary"))
        .contains("Accept-Language");
    assertThat(read(address + "/rows?result=refused", "az").text("detail"))
        .isEqualTo("bu sözlər mənbədə yoxdur: onları 1 nömrəli abzasdan köçürün");
    assertThat(read(address + "/rows?format=csv&result=refused", "ru").response().body())
        .contains(russian);

    assertThat(
            Running.SERVICE
                .getBean(JdbcTemplate.class)
                .update(
                    "UPDATE batch_row SET row = jsonb_set(row::jsonb, '{detail}', '\"as it was\"')::text"
                        + " WHERE batch_id = ? AND result = 'refused'",
                    report.path("id").asString()))
        .isEqualTo(1);
    assertThat(read(address + "/rows?result=refused", "ru").text("detail")).isEqualTo("as it was");
  }

  private static Answer read(String address, String language) {
    return Running.send(Running.request(address, "Accept-Language", language).GET().build());
  }

  @Test
  void refusesAnIdThatAFactOfAnotherSourceHas() throws Exception {
    String facts = HEADER + "T1,1,one,i,says,%s,quantity\n";
    finished(Map.of("facts", facts.formatted("11"), "source", "one", "sourceId", "taken"));

    JsonNode report =
        finished(Map.of("facts", facts.formatted("12"), "source", "one", "sourceId", "taken"));

    assertThat(outcome(report)).isEqualTo("finished 0 0 0 0 0 1");
    assertThat(report.path("problems").path(0).path("column").asString()).isEqualTo("id");
  }

  @Test
  void failsAsAWholeWhenTheSourceHasAnotherTextInTheArchive() throws Exception {
    String facts = HEADER + "O1,1,one,i,says,21,quantity\n";
    finished(Map.of("facts", facts, "source", "one", "sourceId", "other-text"));

    JsonNode report =
        finished(Map.of("facts", facts, "source", "one two", "sourceId", "other-text"));

    assertThat(report.path("state").asString()).isEqualTo("failed");
    assertThat(report.path("why").asString()).contains("revise its transcription first");
  }

  @Test
  void sendsTheReportAsServerSentEventsUntilTheEnd() throws Exception {
    Answer taken = submit(Map.of("facts", HEADER, "source", "one", "sourceId", "watched"));
    HttpRequest watch =
        Running.request(taken.response().headers().firstValue("Location").orElseThrow())
            .header("Accept", "text/event-stream")
            .build();

    Answer events = Running.send(watch);

    assertThat(events.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    assertThat(events.response().body()).contains("event:import", "\"state\":\"finished\"");
  }

  @Test
  void needsNoIdempotencyKeyAndIsNotDisturbedByOne() throws Exception {
    Map<String, String> parts = Map.of("facts", HEADER, "source", "one", "sourceId", "keyed");

    assertThat(submit(parts, "Idempotency-Key", "once").status()).isEqualTo(202);
  }

  @Test
  void saysWhichPartIsMissingAndWhichImportIsUnknown() throws Exception {
    Answer withoutSource = submit(Map.of("facts", HEADER));
    assertThat(withoutSource.status()).isEqualTo(400);
    assertThat(withoutSource.text("field")).isEqualTo("source");

    Answer badId = submit(Map.of("facts", HEADER, "source", "x", "sourceId", "a/b"));
    assertThat(badId.status()).isEqualTo(400);

    assertThat(Running.get("/api/v1/imports/nothing").status()).isEqualTo(404);
  }

  @Test
  void takesTwentyThousandRowsInWithoutLosingOne() throws Exception {
    StringBuilder facts = new StringBuilder(HEADER);
    for (int row = 0; row < 20_000; row++) {
      facts
          .append("B%05d,%d,word%d,thing-%d,".formatted(row, row % 50 + 1, row % 50, row % 2000))
          .append("measure %d,%d,quantity\n".formatted(row % 20, row));
    }
    StringBuilder source = new StringBuilder();
    for (int paragraph = 0; paragraph < 50; paragraph++) {
      source.append("This is word%d among others. ".formatted(paragraph).repeat(1)).append("\n\n");
    }
    Map<String, String> bulk =
        Map.of("facts", facts.toString(), "source", source.toString(), "sourceId", "bulk");

    assertThat(outcome(finished(bulk))).isEqualTo("finished 20000 0 0 0 0 0");
    assertThat(outcome(finished(bulk))).isEqualTo("finished 0 0 0 20000 0 0");
  }

  static JsonNode finished(Map<String, String> parts) throws Exception {
    Answer taken = submit(parts);
    assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
    String address = taken.response().headers().firstValue("Location").orElseThrow();
    return ended(address);
  }

  /** The report of a batch once it waits and runs no more. */
  static JsonNode ended(String address) throws InterruptedException {
    JsonNode report = Running.get(address).json();
    while (report.path("state").asString().matches("queued|running")) {
      Thread.sleep(50);
      report = Running.get(address).json();
    }
    return report;
  }

  static Answer submit(Map<String, String> parts, String... headers) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      boolean file = part.getKey().equals("facts") || part.getKey().equals("source");
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
              .formatted(
                  BOUNDARY,
                  part.getKey(),
                  file ? "; filename=\"%s.txt\"".formatted(part.getKey()) : "");
      body.write((head + part.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return Running.send(
        Running.request("/api/v1/imports", headers)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }
}
