package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.ingest.Running.send;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.defter.ingest.Running.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Disputes, deprecation, withdrawn citations and merging, over HTTP. */
class StandingIT {

  private static final String WHY = "{\"reason\":{\"type\":\"other\",\"text\":\"a test\"}}";

  @BeforeAll
  static void holdsWhatTheFactsSpeakOf() {
    subject("standing-oic");
    send(
        "PUT",
        "/api/v1/properties/standing-members",
        "{\"labels\":[{\"text\":\"members\",\"language\":\"en\"}],\"datatype\":\"quantity\"}");
    send(
        "POST",
        "/api/v1/sources",
        "{\"id\":\"standing-essay\",\"title\":\"An essay\",\"transcription\":{\"language\":\"en\","
            + "\"text\":\"It has 60 members.\\n\\nSixty members, it is said.\"}}");
  }

  @Test
  void aFactIsDisputedSettledDeprecatedAndReinstated() {
    record("doubted", "60 members");
    assertThat(change("doubted/dispute", 1, WHY).status()).isEqualTo(200);
    assertThat(change("doubted/settle", 2, WHY).status()).isEqualTo(200);
    assertThat(change("doubted/deprecate", 3, WHY).status()).isEqualTo(200);
    Answer refused = change("doubted/dispute", 4, WHY);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).isEqualTo("the fact is deprecated: reinstate it first");
    assertThat(change("doubted/reinstate", 4, WHY).status()).isEqualTo(200);
  }

  @Test
  void everyChangeOfStandingNeedsAReasonFromTheVocabulary() {
    record("unexplained", "60 members");
    Answer without = change("unexplained/dispute", 1, "{}");
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.text("field")).isEqualTo("reason");
    Answer unknown = change("unexplained/dispute", 1, "{\"reason\":{\"type\":\"a whim\"}}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("field")).isEqualTo("reason.type");
  }

  @Test
  void aCitationIsWithdrawnButNotTheLast() {
    record("cited", "60 members");
    Answer cited =
        send(
            "POST",
            "/api/v1/facts/cited/citations",
            "{\"source\":\"standing-essay\",\"quote\":{\"exact\":\"Sixty members\"}}");
    assertThat(cited.status()).as(cited.response().body()).isEqualTo(200);
    Answer withdrawn = send("DELETE", "/api/v1/facts/cited/citations/1", WHY, "If-Match", "\"2\"");
    assertThat(withdrawn.status()).as(withdrawn.response().body()).isEqualTo(200);
    assertThat(withdrawn.json().path("version").asLong()).isEqualTo(3);
    Answer last = send("DELETE", "/api/v1/facts/cited/citations/2", WHY, "If-Match", "\"3\"");
    assertThat(last.status()).isEqualTo(409);
    assertThat(last.text("type")).isEqualTo("/problems/not-possible-now");
  }

  @Test
  void mergingIsOneEffectOnBothFacts() {
    record("merge-kept", "60 members");
    record("merge-double", "Sixty members");
    String merger = "{\"into\":\"merge-kept\",\"reason\":{\"type\":\"duplicate\"}}";

    Answer merged =
        send(
            "POST",
            "/api/v1/facts/merge-double/merge",
            merger,
            "If-Match",
            "\"1\"",
            "Idempotency-Key",
            "merge-once");
    Answer again =
        send(
            "POST",
            "/api/v1/facts/merge-double/merge",
            merger,
            "If-Match",
            "\"1\"",
            "Idempotency-Key",
            "merge-once");

    assertThat(merged.status()).as(merged.response().body()).isEqualTo(200);
    assertThat(again.text("receipt")).isEqualTo(merged.text("receipt"));
    assertThat(events("fact/merge-kept"))
        .containsExactly("archive.fact.recorded.v1", "archive.fact.absorbed.v1");
    assertThat(events("fact/merge-double"))
        .containsExactly("archive.fact.recorded.v1", "archive.fact.merged.v1");
    assertThat(change("merge-double/dispute", 2, WHY).text("detail"))
        .isEqualTo(
            "the fact was merged into 'merge-kept': change that one, or reinstate this one first");
  }

  @Test
  void aMergeThatIsRefusedLeavesNoTraceOnEitherFact() {
    record("stays", "60 members");
    record("stays-too", "Sixty members");
    assertThat(change("stays-too/merge", 7, merger("stays")).status()).isEqualTo(412);
    assertThat(change("stays-too/merge", 1, merger("nowhere")).status()).isEqualTo(404);
    assertThat(change("stays/merge", 1, merger("stays")).status()).isEqualTo(409);
    assertThat(events("fact/stays")).hasSize(1);
    assertThat(events("fact/stays-too")).hasSize(1);
    assertThat(change("stays/dispute", 1, WHY).status()).isEqualTo(200);
  }

  @Test
  void ofMergesThatCrossOneTakesEffect() throws Exception {
    for (int round = 0; round < 5; round++) {
      String left = "left-" + round;
      String right = "right-" + round;
      subject(left);
      subject(right);
      List<Answer> answers =
          atOnce(List.of(() -> mergeSubject(left, right), () -> mergeSubject(right, left)));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
      assertThat(events("subject/" + left)).hasSize(2);
      assertThat(events("subject/" + right)).hasSize(2);
    }
  }

  /** Each tells the others' change from his own, decides again, and nobody's change is lost. */
  @Test
  void twentyWhoCorrectOneFactAllSucceedInTheEndAndSeeWhatTheOthersDid() throws Exception {
    record("crowded", "60 members");
    List<Answer> answers =
        atOnce(
            IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(each -> () -> correctUntilItIsDone(each))
                .toList());
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers.stream().map(answer -> answer.json().path("version").asLong()).sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 21).mapToObj(Long::valueOf).toList());
    assertThat(events("fact/crowded")).hasSize(21);
  }

  private static Answer correctUntilItIsDone(int each) {
    long version = 1;
    while (true) {
      Answer answer =
          change(
              "crowded/corrections",
              version,
              "{\"changes\":{\"value\":{\"type\":\"quantity\",\"amount\":\"%d\"}},"
                      .formatted(100 + each)
                  + "\"reason\":{\"type\":\"other\",\"text\":\"counted again\"}}");
      if (answer.status() != 412) {
        return answer;
      }
      assertThat(answer.json().at("/changes/0/field").asString("")).isEqualTo("value");
      assertThat(answer.json().at("/changes/0/before/amount").asString(""))
          .isNotEqualTo(answer.json().at("/changes/0/after/amount").asString(""));
      version = answer.json().path("currentVersion").asLong();
    }
  }

  private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  private static void subject(String id) {
    send(
        "POST",
        "/api/v1/subjects",
        "{\"id\":\"%s\",\"names\":[{\"text\":\"OIC\",\"language\":\"en\"}]}".formatted(id));
  }

  private static Answer mergeSubject(String id, String into) {
    return send("POST", "/api/v1/subjects/" + id + "/merge", merger(into), "If-Match", "\"1\"");
  }

  private static String merger(String into) {
    return "{\"into\":\"%s\",\"reason\":{\"type\":\"duplicate\"}}".formatted(into);
  }

  private static void record(String id, String quote) {
    Answer recorded =
        send(
            "POST",
            "/api/v1/facts",
            """
            {"id":"%s","subject":"standing-oic","property":"standing-members",
             "value":{"type":"quantity","amount":"60"},
             "citations":[{"source":"standing-essay","quote":{"exact":"%s"}}]}\
            """
                .formatted(id, quote));
    assertThat(recorded.status()).as(recorded.response().body()).isEqualTo(201);
  }

  private static Answer change(String path, long version, String body) {
    return send("POST", "/api/v1/facts/" + path, body, "If-Match", "\"" + version + "\"");
  }

  private static List<String> events(String aggregate) {
    return Running.SERVICE
        .getBean(JdbcTemplate.class)
        .queryForList(
            "SELECT payload_type FROM domain_event_entry WHERE aggregate_identifier = ?"
                + " ORDER BY sequence_number",
            String.class,
            aggregate);
  }
}
