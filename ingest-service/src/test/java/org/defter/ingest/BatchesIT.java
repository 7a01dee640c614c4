package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defter.ingest.Running.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchesIT {

  private static final String HEADER = "id,paragraph,quote,subject,property,value,datatype,valid\n";
  private static final String TEXT = "one two three\n\nfour five six\n";

  @Test
  void undoesAnImportAsAWholeAndListsWhatWasTouchedSince() throws Exception {
    JsonNode first = imported("u", HEADER + "U1,1,one,u,count of u,1,quantity,\n");
    JsonNode second =
        imported(
            "u",
            HEADER
                + "U2,1,two,u,count of u,2,quantity,\n"
                + "U3,1,three,u,count of u,3,quantity,\n"
                + "U4,2,four,u,count of u,1,quantity,1991\n"
                + "U5,2,five,u,count of u,2,quantity,\n");
    assertThat(counts(second, "facts", "corrections", "citations")).containsExactly(2L, 1L, 1L);
    assertThat(results(second)).containsExactly("recorded", "recorded", "corrected", "cited");
    correct("U3", 1, "33");
    assertThat(undo(second, "?dryRun=true").path("counts").path("undone").asLong()).isEqualTo(2);
    assertThat(fact("U2").path("standing").asString()).isEqualTo("accepted");

    JsonNode undo = undo(second, "");

    assertThat(counts(undo, "undone", "touchedSince", "errors")).containsExactly(2L, 1L, 0L);
    assertThat(undo.path("problems").path(0).path("row").asString()).isEqualTo("fact/U3");
    assertThat(undo.path("problems").path(0).path("reason").asString())
        .contains("left it at version 1, and it is at 2 now");
    assertThat(rows(undo))
        .extracting(row -> row.path("about").asString())
        .containsExactly("fact/U2", "fact/U1", "fact/U3");
    assertThat(fact("U2").path("standing").asString()).isEqualTo("retracted");
    assertThat(fact("U2").path("reason").path("text").asString())
        .isEqualTo("undo of batch " + second.path("id").asString());
    assertThat(fact("U1").path("statement")).isEqualTo(recorded("U1"));
    assertThat(fact("U3").path("statement").path("value").path("amount").asString())
        .isEqualTo("33");
    assertThat(Running.get(address(second)).text("undoneBy")).isEqualTo(undo.path("id").asString());

    JsonNode stays = undo(first, "");
    assertThat(counts(stays, "undone", "touchedSince", "kept")).containsExactly(0L, 1L, 3L);
  }

  @Test
  void undoesOnceHoweverOftenItIsAskedAndUndoesAnUndoing() throws Exception {
    JsonNode imported = imported("o", HEADER + "O1,1,one,o,count of o,1,quantity,\n");

    List<String> undoings = askedAtOnce(address(imported) + "/undo");

    assertThat(undoings).hasSize(1);
    JsonNode undo = ImportsIT.ended(undoings.getFirst());
    assertThat(counts(undo, "undone", "kept")).containsExactly(1L, 3L);
    assertThat(fact("O1").path("standing").asString()).isEqualTo("retracted");
    JsonNode redo = undo(undo, "");
    assertThat(counts(redo, "undone", "kept")).containsExactly(1L, 0L);
    assertThat(fact("O1").path("standing").asString()).isEqualTo("accepted");
    assertThat(fact("O1").path("statement")).isEqualTo(recorded("O1"));
    assertThat(counts(undo(redo, ""), "undone")).containsExactly(1L);
    assertThat(fact("O1").path("version").asLong()).isEqualTo(4);
  }

  @Test
  void previewsAMassCorrectionCarriesItOutAndTakesItBack() throws Exception {
    imported(
        "m",
        HEADER
            + "M1,1,one,m,count of m,1,quantity,\n"
            + "M2,1,two,m,count of m,2,quantity,\n"
            + "M3,1,three,m,count of m,3,quantity,\n");
    correct("M2", 1, "22");
    String lines =
        """
        {"reason":{"type":"wrong-date"}}
        {"fact":"M1","version":1,"changes":{"valid":"1991"}}
        {"fact":"M2","version":1,"changes":{"valid":"1991"}}
        {"fact":"M3","version":1,"changes":{"valid":"1991-13"}}

        {"fact":"M4","version":1,"changes":{"valid":"1991"}}
        {"fact":"M3","version":1,"changes":{"value":{"type":"quantity","amount":"3"}}}
        {"fact":"M3","version":1,"changes":{"valid":"1992"}}
        {"fact":"M3","version":1,"changes":{"valid":"1993"}}
        """;
    List<String> expected =
        List.of(
            "corrected", "conflict", "refused", "refused", "unchanged", "corrected", "conflict");

    JsonNode preview = corrected(lines, "?dryRun=true");

    assertThat(results(preview)).isEqualTo(expected);
    assertThat(rows(preview).getFirst().path("changes").toString())
        .isEqualTo("[{\"field\":\"valid\",\"before\":null,\"after\":\"1991\"}]");
    assertThat(fact("M1").path("version").asLong()).isEqualTo(1);

    JsonNode real = corrected(lines, "");

    assertThat(results(real)).isEqualTo(expected);
    assertThat(real.path("rows").path("done").asLong()).isEqualTo(7);
    assertThat(real.path("counts")).isEqualTo(preview.path("counts"));
    assertThat(rows(real).get(2).path("line").asLong()).isEqualTo(3);
    assertThat(rows(real).get(2).path("detail").asString()).contains("month 13");
    assertThat(fact("M1").path("statement").path("valid").asString()).isEqualTo("1991");
    assertThat(fact("M3").path("reason").path("type").asString()).isEqualTo("wrong-date");

    assertThat(counts(undo(real, ""), "undone")).containsExactly(2L);
    assertThat(fact("M1").path("statement")).isEqualTo(recorded("M1"));
    assertThat(fact("M3").path("statement")).isEqualTo(recorded("M3"));
  }

  @Test
  void carriesOutWhatAPreviewShowedOnceHoweverOftenItIsAsked() throws Exception {
    String table =
        HEADER + "C1,1,one,c,count of c,1,quantity,\nC2,1,two,c,count of c,2,quantity,\n";
    JsonNode preview =
        ImportsIT.finished(
            Map.of("facts", table, "source", TEXT, "sourceId", "batch-c", "dryRun", "true"));
    assertThat(StoredFact.exists("C1")).isFalse();

    List<String> batches = askedAtOnce(address(preview) + "/carry-out");

    assertThat(batches).hasSize(1);
    JsonNode batch = ImportsIT.ended(batches.getFirst());
    assertThat(counts(batch, "facts", "errors")).containsExactly(2L, 0L);
    assertThat(batch.path("previewed")).isEqualTo(preview.path("id"));
    assertThat(fact("C2").path("standing").asString()).isEqualTo("accepted");
    assertThat(Running.get(address(preview)).json().path("carriedOutBy"))
        .isEqualTo(batch.path("id"));
    assertThat(post(address(batch) + "/carry-out", "").status()).isEqualTo(409);
  }

  @Test
  void carriesOutOfAPreviewOnlyWhatNobodyChangedSince() throws Exception {
    imported(
        "s", HEADER + "D1,1,one,d,count of d,1,quantity,\nD2,1,two,d,count of d,2,quantity,\n");
    JsonNode preview =
        corrected(
            """
            {"reason":{"type":"wrong-date"}}
            {"fact":"D1","version":1,"changes":{"valid":"1991"}}
            {"fact":"D2","version":1,"changes":{"valid":"1991"}}
            """,
            "?dryRun=true");
    correct("D2", 1, "22");

    JsonNode batch = ended(post(address(preview) + "/carry-out", ""));

    assertThat(results(batch)).containsExactly("corrected", "conflict");
    assertThat(fact("D2").path("statement").path("value").path("amount").asString())
        .isEqualTo("22");
    JsonNode undone = ended(post(address(undo(batch, "?dryRun=true")) + "/carry-out", ""));
    assertThat(counts(undone, "undone")).containsExactly(1L);
    assertThat(Running.get(address(batch)).text("undoneBy"))
        .isEqualTo(undone.path("id").asString());
  }

  @Test
  void stopsAfterTheRowsItIsAtAndGoesOnThere() throws Exception {
    StringBuilder table = new StringBuilder(HEADER);
    for (int row = 0; row < 15_000; row++) {
      table.append("S%05d,1,one,shelf,measure,%d,quantity,\n".formatted(row, row));
    }
    Answer taken =
        ImportsIT.submit(Map.of("facts", table.toString(), "source", TEXT, "sourceId", "stopped"));
    String address = taken.response().headers().firstValue("Location").orElseThrow();
    while (Running.get(address).json().path("rows").path("done").asLong() < 500) {
      Thread.sleep(10);
    }

    assertThat(post(address + "/undo", "").status()).isEqualTo(409);
    assertThat(post(address + "/stop", "").status()).isEqualTo(202);

    JsonNode stopped = ImportsIT.ended(address);
    assertThat(stopped.path("state").asString()).isEqualTo("stopped");
    long done = stopped.path("rows").path("done").asLong();
    assertThat(done).isBetween(500L, 14_500L).matches(count -> count % 500 == 0);
    assertThat(post(address + "/stop", "").status()).isEqualTo(409);
    assertThat(post(address + "/resume", "").status()).isEqualTo(202);
    JsonNode finished = ImportsIT.ended(address);
    assertThat(counts(finished, "facts", "unchanged", "errors")).containsExactly(15_000L, 0L, 0L);
    assertThat(finished.path("rows").path("done").asLong()).isEqualTo(15_000);
    assertThat(post(address + "/resume", "").status()).isEqualTo(409);
    assertThat(rows(finished))
        .extracting(row -> row.path("number").asLong())
        .isEqualTo(Stream.iterate(1L, n -> n + 1).limit(15_003).toList());
  }

  @Test
  void listsBatchesNewestFirstAndPagesThroughRows() throws Exception {
    JsonNode older = imported("l", HEADER + "L1,1,one,l,count of l,1,quantity,\n");
    JsonNode newer =
        imported("l", HEADER + "L1,1,one,l,count of l,1,quantity,\nL2,1,no,l,is,1,text,\n");

    Answer page = Running.get("/api/v1/batches?kind=import&state=finished&size=1");
    assertThat(page.json().path("batches").path(0).path("id")).isEqualTo(newer.path("id"));
    JsonNode next = Running.get(next(page)).json();
    assertThat(next.path("batches").path(0).path("id")).isEqualTo(older.path("id"));

    Answer rows = Running.get(address(older) + "/rows?size=2");
    assertThat(lines(rows))
        .extracting(row -> row.path("result").asString())
        .containsExactly("deposited", "defined");
    assertThat(lines(Running.get(next(rows))))
        .extracting(row -> row.path("result").asString())
        .containsExactly("registered", "recorded");
    assertThat(Running.get(address(newer) + "/rows?format=csv&result=refused").response().body())
        .startsWith("number,file,line,row,result,about,")
        .contains("\r\n2,facts,3,L2,refused,");
    assertThat(Running.get(address(newer) + "/rows?result=gone").status()).isEqualTo(400);
  }

  @Test
  void refusesWhatIsNoBatch() {
    assertThat(Running.get("/api/v1/batches/nothing").status()).isEqualTo(404);
    assertThat(post("/api/v1/batches/nothing/undo", "").status()).isEqualTo(404);
    assertThat(post("/api/v1/batches/nothing/rows", "").status()).isEqualTo(405);
    Answer withoutReason = post("/api/v1/batches/corrections", "{\"fact\":\"a\"}\n");
    assertThat(withoutReason.status()).isEqualTo(400);
    assertThat(withoutReason.text("detail")).contains("the first line must say why");
  }

  /** Where five that ask for the same at once are sent. */
  private static List<String> askedAtOnce(String path) {
    List<CompletableFuture<Answer>> asked =
        IntStream.range(0, 5)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> post(path, "")))
            .toList();
    return asked.stream()
        .map(CompletableFuture::join)
        .map(answer -> answer.response().headers().firstValue("Location").orElseThrow())
        .distinct()
        .toList();
  }

  private static JsonNode imported(String source, String facts) throws Exception {
    return ImportsIT.finished(
        Map.of("facts", facts, "source", TEXT, "sourceId", "batch-" + source));
  }

  private static JsonNode corrected(String lines, String query) throws InterruptedException {
    return ended(post("/api/v1/batches/corrections" + query, lines));
  }

  private static JsonNode undo(JsonNode batch, String query) throws InterruptedException {
    return ended(post(address(batch) + "/undo" + query, ""));
  }

  private static JsonNode ended(Answer taken) throws InterruptedException {
    assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
    return ImportsIT.ended(taken.response().headers().firstValue("Location").orElseThrow());
  }

  private static Answer post(String path, String lines) {
    return Running.send(
        Running.request(path)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(lines))
            .build());
  }

  private static void correct(String fact, int version, String amount) {
    Answer corrected =
        Running.send(
            "POST",
            "/api/v1/facts/" + fact + "/corrections",
            """
            {"changes":{"value":{"type":"quantity","amount":"%s"}},"reason":{"type":"wrong-date"}}
            """
                .formatted(amount),
            "If-Match",
            "\"" + version + "\"");
    assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(200);
  }

  private static String address(JsonNode batch) {
    return "/api/v1/batches/" + batch.path("id").asString();
  }

  private static List<Long> counts(JsonNode report, String... names) {
    return Stream.of(names).map(name -> report.path("counts").path(name).asLong()).toList();
  }

  /** Of the rows; not of what was made for them first. */
  private static List<String> results(JsonNode batch) {
    return rows(batch).stream()
        .map(row -> row.path("result").asString())
        .filter(result -> !result.matches("deposited|defined|registered"))
        .toList();
  }

  private static List<JsonNode> rows(JsonNode batch) {
    return lines(Running.get(address(batch) + "/rows"));
  }

  private static List<JsonNode> lines(Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.response().body().lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static String next(Answer page) {
    String link = page.response().headers().firstValue("Link").orElseThrow();
    return link.substring(1, link.indexOf('>'));
  }

  /** A fact's newest event, with its version. */
  private static JsonNode fact(String id) {
    return StoredFact.newest(id);
  }

  private static JsonNode recorded(String id) {
    return StoredFact.at(id, 1).path("statement");
  }
}
