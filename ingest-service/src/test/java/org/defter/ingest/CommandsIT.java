package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.ingest.Running.send;

import org.defter.ingest.Running.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsIT {

  private static final String WHY = "{\"reason\":{\"type\":\"other\",\"text\":\"a test\"}}";

  @BeforeAll
  static void holdsASubjectAPropertyAndASource() {
    send(
        "POST",
        "/api/v1/subjects",
        "{\"id\":\"oic\",\"names\":[{\"text\":\"OIC\",\"language\":\"en\"}]}");
    send(
        "PUT",
        "/api/v1/properties/members",
        "{\"labels\":[{\"text\":\"members\",\"language\":\"en\"}],\"datatype\":\"quantity\"}");
    send(
        "POST",
        "/api/v1/sources",
        "{\"id\":\"essay\",\"title\":\"An essay\",\"transcription\":{\"language\":\"en\",\"text\":"
            + "\"It has 60 members.\\n\\nSome say 57 members. Others say 57 members.\"}}");
  }

  private static String fact(String id, String amount, String quote) {
    return """
    {"id":"%s","subject":"oic","property":"members","value":{"type":"quantity","amount":"%s"},
     "citations":[{"source":"essay","quote":{"exact":"%s"}}]}\
    """
        .formatted(id, amount, quote);
  }

  @Test
  void recordsCorrectsRetractsAndReinstatesAFact() {
    Answer recorded = send("POST", "/api/v1/facts", fact("life", "60", "60 members"));
    assertThat(recorded.status()).as(recorded.response().body()).isEqualTo(201);
    assertThat(recorded.response().headers().firstValue("Location")).hasValue("/api/v1/facts/life");
    assertThat(recorded.response().headers().firstValue("ETag")).hasValue("\"1\"");

    Answer corrected =
        send(
            "POST",
            "/api/v1/facts/life/corrections",
            "{\"changes\":{\"value\":{\"type\":\"quantity\",\"amount\":\"57\"},\"valid\":\"2010\"},"
                + "\"reason\":{\"type\":\"better-source\"}}",
            "If-Match",
            "\"1\"");
    assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(200);
    assertThat(corrected.json().path("version").asLong()).isEqualTo(2);

    assertThat(send("POST", "/api/v1/facts/life/retract", WHY, "If-Match", "\"2\"").status())
        .isEqualTo(200);
    assertThat(send("POST", "/api/v1/facts/life/reinstate", WHY, "If-Match", "\"3\"").status())
        .isEqualTo(200);
  }

  @Test
  void refusesASecondFactOfTheSameId() {
    assertThat(send("POST", "/api/v1/facts", fact("twice", "60", "60 members")).status())
        .isEqualTo(201);
    Answer second = send("POST", "/api/v1/facts", fact("twice", "60", "60 members"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("type")).isEqualTo("/problems/already-exists");
    assertThat(send("POST", "/api/v1/facts/twice/retract", WHY, "If-Match", "*").status())
        .isEqualTo(200);
  }

  @Test
  void aRefusedCreationLeavesNoTrace() {
    Answer refused = send("POST", "/api/v1/facts", fact("refused", "60", "61 members"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("field")).isEqualTo("citations[0].quote");
    assertThat(send("POST", "/api/v1/facts/refused/retract", WHY, "If-Match", "*").status())
        .isEqualTo(404);
    assertThat(send("POST", "/api/v1/facts", fact("refused", "60", "60 members")).status())
        .isEqualTo(201);
  }

  @Test
  void answersARetryWithTheSameReceipt() {
    String body = fact("ignored", "60", "60 members").replace("\"id\":\"ignored\",", "");
    Answer first = send("POST", "/api/v1/facts", body, "Idempotency-Key", "k-1");
    Answer second = send("POST", "/api/v1/facts", body, "Idempotency-Key", "k-1");
    assertThat(first.status()).as(first.response().body()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("receipt")).isEqualTo(first.text("receipt"));

    Answer other =
        send("POST", "/api/v1/facts", fact("other", "60", "60 members"), "Idempotency-Key", "k-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("type")).isEqualTo("/problems/idempotency-key-reused");
  }
}
