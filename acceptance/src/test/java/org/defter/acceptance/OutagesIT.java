package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.acceptance.Client.Answer;
import org.defter.localstack.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A part is away: a clear 503 or a delay, and nothing accepted is lost. */
@Timeout(150)
class OutagesIT {
  @AutoClose private static Client client;

  @BeforeAll
  static void prepare() {
    client = new Client(Archive.stack().publicUri());
    Lighthouse.register(client);
  }

  @AfterEach
  void heal() {
    Archive.stack().up(List.of(Part.values()));
  }

  @Test
  void withoutPostgresqlACommandIsRefusedSoonAndWorksOnceWhenItIsBack() {
    Archive.stack().stop(Part.POSTGRESQL);
    long began = System.nanoTime();
    assertUnavailable(record("no-store"));
    assertThat((System.nanoTime() - began) / 1_000_000_000L).isLessThan(10);

    Archive.stack().start(Part.POSTGRESQL);

    Answer first = accepted("no-store");
    assertThat(record("no-store").text("receipt")).isEqualTo(first.text("receipt"));
    assertVisible(first);
  }

  @Test
  void withoutKafkaCommandsAndReadsGoOnAndWhatWasWrittenArrivesLater() {
    Answer before = accepted("before-kafka");
    assertVisible(before);
    Archive.stack().stop(Part.KAFKA);

    Answer without = record("without-kafka");
    assertThat(without.status()).isEqualTo(201);
    assertThat(client.get("facts/before-kafka").status()).isEqualTo(200);

    Archive.stack().start(Part.KAFKA);
    assertVisible(without);
  }

  @Test
  void withoutElasticsearchReadsAreRefusedAndCommandsGoOn() {
    Archive.stack().stop(Part.ELASTICSEARCH);

    Answer without = record("without-index");
    assertThat(without.status()).isEqualTo(201);
    assertUnavailable(client.get("facts/without-index"));
    assertUnavailable(client.get("search?q=lamp"));

    Archive.stack().start(Part.ELASTICSEARCH);
    assertVisible(without);
  }

  @Test
  void withoutTheIngestServiceReadsGoOn() {
    assertVisible(accepted("before-ingest"));
    Archive.stack().stop(Part.INGEST_SERVICE);

    assertUnavailable(record("no-ingest"));
    assertThat(client.get("facts/before-ingest").status()).isEqualTo(200);

    Archive.stack().start(Part.INGEST_SERVICE);
    assertVisible(accepted("no-ingest"));
  }

  @Test
  void aQueryServiceThatHungLosesNothing() {
    try (Client direct = new Client(Archive.stack().ingestUri())) {
      Archive.stack().pause(Part.QUERY_SERVICE);
      Answer meanwhile = direct.command("facts", Lighthouse.fact("while-hung", 7));
      assertThat(meanwhile.status()).isEqualTo(201);
      Archive.stack().resume(Part.QUERY_SERVICE);
      assertVisible(meanwhile);
    }
  }

  @Test
  void badInputIsRefusedAtTheFrontDoorByField() {
    Answer large =
        client.command("facts", "{\"subject\":\"%s\"}".formatted("x".repeat(20 * 1024 * 1024)));
    Answer slash =
        client.command(
            "facts/a%2Fb/retract", "{\"reason\":{\"type\":\"policy\"}}", "If-Match", "\"1\"");

    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text("field")).isEqualTo("body");
    assertThat(slash.status()).isEqualTo(400);
    assertThat(slash.text("field")).isEqualTo("id");
  }

  @Test
  void textInInvalidUtf8IsRefusedByField() {
    String printed =
        Archive.shell()
            .run(
                """
                printf '{"subject":"lighthouse","property":"lamp-height","value":{"type":"text","text":"a\\377b"}}' |
                  curl -s "$ARCHIVE/api/v1/facts" -H "Authorization: Bearer $ANN" \
                    -H 'Content-Type: application/json' --data-binary @-
                """);
    assertThat(printed).contains("\"status\":400").contains("\"field\":\"value.text\"");
  }

  private static Answer record(String id) {
    return client.command("facts", Lighthouse.fact(id, 7), "Idempotency-Key", "key-" + id);
  }

  private static Answer accepted(String id) {
    Answer answer = record(id);
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(201);
    return answer;
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(503);
    assertThat(answer.text("type")).isEqualTo("/problems/unavailable");
    assertThat(answer.text("detail")).isNotBlank();
  }

  private static void assertVisible(Answer written) {
    Answer read =
        client.get(
            "facts/%s?wait=30&after=%s".formatted(written.text("id"), written.text("receipt")));
    assertThat(read.status()).as("%s", read.json()).isEqualTo(200);
  }
}
