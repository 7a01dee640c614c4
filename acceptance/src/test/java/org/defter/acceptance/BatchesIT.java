package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.defter.acceptance.Client.Answer;
import org.defter.acceptance.Shell.Printed;
import org.defter.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A large import is killed in the middle and goes on where it was; what a search finds of it is
 * corrected as one batch; and both are taken back.
 */
class BatchesIT {
  private static final int FACTS = 10_000;

  @Test
  @Timeout(600)
  void aBatchIsResumedCorrectedBySearchAndUndoneAsAWhole(@TempDir Path folder) throws Exception {
    try (Client client = new Client(Archive.stack().publicUri())) {
      Bulk bulk = Bulk.writtenTo(folder, "ledger", FACTS);
      String batch = importKilledInTheMiddle(bulk, client);
      resume(bulk, batch);
      String one = correctTheOneFromThere(client);
      String all = correctAll(client, one);
      undoNewestFirst(one, all, batch);
      assertThat(bulk.stored()).isEqualTo(FACTS);
    }
  }

  private static String importKilledInTheMiddle(Bulk bulk, Client client) throws Exception {
    CompletableFuture<Printed> imported =
        CompletableFuture.supplyAsync(() -> Archive.shell().attempt(bulk.line()));
    bulk.awaitMoreThan(FACTS / 10);
    Archive.stack().kill(Part.INGEST_SERVICE);
    assertThat(bulk.stored()).isBetween(FACTS / 10, FACTS - 1);
    Archive.stack().up(List.of(Part.values()));
    Printed printed = imported.join();
    assertThat(printed.exitCode()).as(printed.output()).isEqualTo(2);
    assertThat(printed.output()).contains("the import is interrupted: ");
    JsonNode newest = client.get("batches?kind=import&size=1").json().path("batches").path(0);
    assertThat(newest.path("state").asString("")).isEqualTo("interrupted");
    assertThat(newest.path("rows").path("done").asInt(0)).isEqualTo(bulk.stored());
    return newest.path("id").asString("");
  }

  private static void resume(Bulk bulk, String batch) throws Exception {
    String printed = Archive.shell().run("defter batch resume " + batch);
    assertThat(SeedImport.lines(printed)).contains("facts 10,000", "unchanged 0", "errors 0");
    assertThat(bulk.stored()).isEqualTo(FACTS);
    assertThat(
            Archive.stored(
                "SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier LIKE 'fact/ledger-%'"))
        .containsExactly("10000");
    assertThat(
            Archive.stored(
                "SELECT count(DISTINCT about) FROM batch_row WHERE result = 'recorded' AND batch_id = '"
                    + batch
                    + "'"))
        .containsExactly("10000");
  }

  /** Of five facts about weight 3 of one box, one says 2003. */
  private static String correctTheOneFromThere(Client client) throws InterruptedException {
    String search = "facts/corrections?source=ledger&property=weight-3&subject=ledger-box-3";
    String asked =
        """
        {"changes": {"value": {"type": "quantity", "amount": "42"}},
         "from": {"value": {"type": "quantity", "amount": "2003"}},
         "reason": {"type": "transcription-error", "text": "the scale was read upside down"}}
        """;
    JsonNode preview = ended(client, client.command(search + "&dryRun=true", asked));
    assertThat(counts(preview, "corrections", "conflicts", "errors")).containsExactly(1, 0, 0);
    assertThat(
            Archive.shell()
                .answer(
                    "curl -sf -H \"Authorization: Bearer $ANN\" $ARCHIVE/api/v1/batches/%s/rows"
                        .formatted(preview.path("id").asString("")))
                .path("changes")
                .toString())
        .contains("\"amount\":\"2003\"", "\"amount\":\"42\"");
    assertThat(weight(client)).isEqualTo("2003");

    JsonNode corrected = ended(client, client.command(search, asked));

    assertThat(counts(corrected, "corrections", "conflicts", "errors")).containsExactly(1, 0, 0);
    assertThat(corrected.path("actor").path("id").asString("")).isEqualTo("ann");
    return corrected.path("id").asString("");
  }

  /** After the correction before, which the search must see: else it would be a conflict. */
  private static String correctAll(Client client, String before) throws InterruptedException {
    String receipt = client.get("batches/" + before).json().path("receipts").path(0).asString("");
    String asked =
        """
        {"changes": {"valid": "1901"}, "reason": {"type": "wrong-date"}}
        """;

    JsonNode dated =
        ended(
            client,
            client.command(
                "facts/corrections?source=ledger&property=weight-3&after=" + receipt, asked));

    assertThat(counts(dated, "corrections", "conflicts", "errors")).containsExactly(500, 0, 0);
    assertThat(weight(client)).isEqualTo("42");
    assertThat(client.command("facts/corrections", asked).text("detail"))
        .contains("say which facts");
    assertThat(client.command("facts/corrections?q=x&knownAt=2020", asked).text("field"))
        .isEqualTo("knownAt");
    return dated.path("id").asString("");
  }

  private static JsonNode ended(Client client, Answer taken) throws InterruptedException {
    assertThat(taken.status()).as(taken.json().toString()).isEqualTo(202);
    String report = "batches/" + taken.text("id");
    JsonNode now = client.get(report).json();
    while (now.path("state").asString("").matches("queued|running")) {
      Thread.sleep(50);
      now = client.get(report).json();
    }
    return now;
  }

  private static List<Integer> counts(JsonNode report, String... names) {
    return Stream.of(names).map(name -> report.path("counts").path(name).asInt(-1)).toList();
  }

  private static String weight(Client client) {
    JsonNode fact = client.get("facts/ledger-02003").json();
    return fact.path("statement").path("value").path("amount").asString("");
  }

  private static void undoNewestFirst(String one, String all, String imported) {
    assertThat(undo(one, 2)).contains("undone 0", "touched since 1");
    assertThat(undo(all, 0)).contains("undone 500", "touched since 0");
    List<String> undone = undo(imported, 1);
    assertThat(undone).contains("undone 9,500", "touched since 500");
    // Beside the facts, each box is kept, and each term that no earlier table of a test had made.
    assertThat(number("terms kept", undone))
        .isEqualTo(number("rows", undone) - 10_000)
        .isGreaterThanOrEqualTo(2_000);
    // Asked again, it is the same undoing.
    assertThat(undo(imported, 1)).contains("undone 9,500", "touched since 500");
  }

  private static int number(String what, List<String> printed) {
    return printed.stream()
        .filter(line -> line.startsWith(what + " "))
        .mapToInt(line -> Integer.parseInt(line.substring(what.length() + 1).replace(",", "")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> undo(String batch, int exitCode) {
    Printed printed = Archive.shell().attempt("defter batch undo " + batch + " --actor ben");
    assertThat(printed.exitCode()).as(printed.output()).isEqualTo(exitCode);
    return SeedImport.lines(printed.output()).toList();
  }
}
