package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.defter.ingest.Running.SERVICE;
import static org.defter.ingest.Running.send;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.defter.core.event.ArchiveJson;
import org.defter.ingest.Running.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** When a transcription is revised, the citations follow, once each, whatever stops in between. */
class ReanchoringIT {

  private static final String KEEPER =
      "Anna Berg kept the lamp from the beginning, with two assistants and a dog without a name.";
  private static final String OIL =
      "It burned colza oil, which the supply ship brought up twice a year from the south.";
  private static final String TEXT = KEEPER + "\n" + OIL;
  private static final int MANY = 150;

  private static final JdbcTemplate JDBC = SERVICE.getBean(JdbcTemplate.class);

  @BeforeAll
  static void holdsASubjectAndAProperty() {
    send(
        "POST",
        "/api/v1/subjects",
        "{\"id\":\"anchored-light\",\"names\":[{\"text\":\"A light\",\"language\":\"en\"}]}");
    send(
        "PUT",
        "/api/v1/properties/anchored-note",
        "{\"labels\":[{\"text\":\"note\",\"language\":\"en\"}],\"datatype\":\"text\"}");
  }

  @Test
  void citationsFollowInTheNameOfWhoeverRevised() {
    deposit("followed", TEXT);
    record("followed-fact", "followed", "colza oil, which");

    revise("followed", 1, TEXT.replace("colza oil, which", "colza oil which"), "tr-42");
    List<JsonNode> events = awaitEvents("followed-fact", 2);

    assertThat(events.get(1).path("type").asString())
        .isEqualTo("archive.fact.citation-reanchored.v1");
    assertThat(events.get(1).at("/event/fromRevision").asInt()).isEqualTo(1);
    assertThat(passage(events.get(1)).path("exact").asString()).isEqualTo("colza oil which");
    assertThat(passage(events.get(1)).path("revision").asInt()).isEqualTo(2);
    assertThat(passage(events.get(0)).path("exact").asString()).isEqualTo("colza oil, which");
    JsonNode origin = events.get(1).path("origin");
    assertThat(origin.at("/actor/id").asString()).isEqualTo("defter-anchoring");
    assertThat(origin.at("/actor/role").asString()).isEqualTo("software-agent");
    assertThat(origin.at("/onBehalfOf/id").asString()).isEqualTo("ann");
    assertThat(origin.path("correlationId").asString()).isEqualTo("tr-42");
    assertThat(origin.path("causationId").asString())
        .isEqualTo(
            JDBC.queryForObject(
                "SELECT event_identifier FROM domain_event_entry"
                    + " WHERE aggregate_identifier = 'source/followed' AND sequence_number = 1",
                String.class));
  }

  @Test
  void wordsThatHaveGoneWaitForAPersonWhoChooses() {
    deposit("chosen", TEXT);
    record("chosen-fact", "chosen", "twice a year");
    revise("chosen", 1, TEXT.replace("twice a year", "once in winter"), "c");

    JsonNode unanchored = awaitEvents("chosen-fact", 2).get(1);
    assertThat(unanchored.path("type").asString()).isEqualTo("archive.fact.citation-unanchored.v1");
    assertThat(unanchored.at("/event/state").asString()).isEqualTo("lost");
    assertThat(passage(unanchored).path("exact").asString()).isEqualTo("twice a year");
    JsonNode candidate = unanchored.at("/event/candidates/0");
    assertThat(candidate.path("exact").asString()).isEqualTo("once in winter");

    String choice =
        "{\"quote\":{\"exact\":\"%s\",\"paragraph\":%d,\"start\":%d},\"revision\":%d}"
            .formatted(
                candidate.path("exact").asString(),
                candidate.path("paragraph").asInt(),
                candidate.path("start").asInt(),
                candidate.path("revision").asInt());
    assertThat(reanchor("chosen-fact", 1, choice).status())
        .as("of an older version")
        .isEqualTo(412);
    assertThat(send("POST", "/api/v1/facts/chosen-fact/citations/1/reanchor", choice).status())
        .as("of no version")
        .isEqualTo(428);
    Answer chosen = reanchor("chosen-fact", 2, choice);
    assertThat(chosen.status()).as(chosen.response().body()).isEqualTo(200);
    assertThat(passage(events("chosen-fact").get(2))).isEqualTo(candidate);
    assertThat(reanchor("chosen-fact", 3, choice).text("type"))
        .isEqualTo("/problems/nothing-changes");
  }

  @Test
  void aFurtherRevisionStartsFromWhereEachCitationPoints() {
    deposit("twice-revised", TEXT);
    record("kept", "twice-revised", "two assistants");
    record("lost-and-found", "twice-revised", "twice a year");

    revise("twice-revised", 1, TEXT.replace("twice a year", "now and then"), "c");
    awaitEvents("kept", 2);
    awaitEvents("lost-and-found", 2);
    revise("twice-revised", 2, "A preface.\n" + TEXT, "c");

    JsonNode kept = awaitEvents("kept", 3).get(2);
    assertThat(kept.at("/event/fromRevision").asInt()).isEqualTo(2);
    assertThat(passage(kept).path("paragraph").asInt()).isEqualTo(2);
    JsonNode found = awaitEvents("lost-and-found", 3).get(2);
    assertThat(found.path("type").asString()).isEqualTo("archive.fact.citation-reanchored.v1");
    assertThat(found.at("/event/fromRevision").asInt()).isEqualTo(1);
    assertThat(passage(found).path("revision").asInt()).isEqualTo(3);
  }

  @Test
  void aFactRecordedWhileTheTextWasRevisedIsFoundInTheEnd() {
    deposit("late", TEXT);
    record("early-fact", "late", "colza oil");
    revise("late", 1, "A preface.\n" + TEXT, "c");
    awaitEvents("early-fact", 2);
    await().until(() -> toFollow("late").equals(List.of(2)));

    record("late-fact", "late", "colza oil");
    JDBC.update("UPDATE revision_to_follow SET due = now()");

    assertThat(passage(awaitEvents("late-fact", 2).get(1)).path("paragraph").asInt()).isEqualTo(3);
    await().until(() -> toFollow("late").isEmpty());
    assertThat(events("early-fact")).as("nothing twice").hasSize(2);
  }

  @Test
  void goesOnAfterAStopInTheMiddleAndDoesNothingTwice() {
    deposit("interrupted", TEXT);
    recordMany("interrupted");
    SmartLifecycle follower = SERVICE.getBean("citationFollower", SmartLifecycle.class);
    follower.stop();
    revise("interrupted", 1, "A preface.\n" + TEXT, "c");
    follower.start();
    await().pollInterval(Duration.ofMillis(1)).until(() -> reanchored("interrupted") > 0);
    follower.stop();
    long inTheMiddle = reanchored("interrupted");
    // What a crash leaves behind between the facts of a chunk and the note of them; a quick machine
    // may have done all chunks by now, and is taken back as far.
    JDBC.update("UPDATE revision_to_follow SET sweep = 1, done_through = NULL, due = now()");
    follower.start();

    await().atMost(Duration.ofSeconds(30)).until(() -> toFollow("interrupted").equals(List.of(2)));
    JDBC.update("UPDATE revision_to_follow SET due = now()");
    await().until(() -> toFollow("interrupted").isEmpty());
    System.out.println("stopped after " + inTheMiddle + " of " + MANY);
    assertThat(reanchored("interrupted")).isEqualTo(MANY);
    assertThat(factsReanchored("interrupted")).isEqualTo(MANY);
  }

  @Test
  void twoNodesDoNothingTwice() {
    deposit("raced", TEXT);
    recordMany("raced");
    SmartLifecycle follower = SERVICE.getBean("citationFollower", SmartLifecycle.class);
    try (ConfigurableApplicationContext other = Running.start()) {
      SmartLifecycle second = other.getBean("citationFollower", SmartLifecycle.class);
      follower.stop();
      second.stop();
      revise("raced", 1, "A preface.\n" + TEXT, "c");
      // Twice the same work, as when a node that was thought dead goes on.
      JDBC.update(
          "INSERT INTO revision_to_follow (position, event_identifier)"
              + " SELECT -position, event_identifier FROM revision_to_follow r"
              + " JOIN domain_event_entry USING (event_identifier)"
              + " WHERE aggregate_identifier = 'source/raced'");
      follower.start();
      second.start();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> toFollow("raced").stream().allMatch(sweep -> sweep == 2));
      JDBC.update("DELETE FROM revision_to_follow WHERE position < 0");
    }
    assertThat(reanchored("raced")).isEqualTo(MANY);
    assertThat(factsReanchored("raced")).isEqualTo(MANY);
  }

  private static void deposit(String id, String text) {
    Answer answer =
        send(
            "POST",
            "/api/v1/sources",
            "{\"id\":\"%s\",\"title\":\"S\",\"transcription\":{\"language\":\"en\",\"text\":%s}}"
                .formatted(id, json(text)));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
  }

  private static void revise(String source, int version, String text, String correlation) {
    Answer answer =
        send(
            "PUT",
            "/api/v1/sources/" + source + "/transcription",
            "{\"language\":\"en\",\"reason\":{\"type\":\"transcription-error\",\"text\":\"read again\"},\"text\":%s}"
                .formatted(json(text)),
            "If-Match",
            "\"" + version + "\"",
            "Correlation-Id",
            correlation);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }

  private static void recordMany(String source) {
    IntStream.range(0, MANY).forEach(at -> record(source + "-" + at, source, "colza oil"));
  }

  private static void record(String id, String source, String quote) {
    Answer answer =
        send(
            "POST",
            "/api/v1/facts",
            """
            {"id":"%s","subject":"anchored-light","property":"anchored-note",
             "value":{"type":"text","text":"%s","language":"en"},
             "citations":[{"source":"%s","revision":1,"quote":{"exact":"%s"}}]}
            """
                .formatted(id, id, source, quote));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
  }

  private static Answer reanchor(String fact, int version, String choice) {
    return send(
        "POST",
        "/api/v1/facts/" + fact + "/citations/1/reanchor",
        choice,
        "If-Match",
        "\"" + version + "\"");
  }

  private static String json(String text) {
    return ArchiveJson.mapper().writeValueAsString(text);
  }

  private static List<JsonNode> awaitEvents(String fact, int count) {
    await().atMost(Duration.ofSeconds(30)).until(() -> events(fact).size() >= count);
    return events(fact);
  }

  private static List<JsonNode> events(String fact) {
    return JDBC.query(
        "SELECT json_build_object('type', payload_type, 'event', payload::json,"
            + " 'origin', meta_data::json -> 'origin')::text FROM domain_event_entry"
            + " WHERE aggregate_identifier = ? ORDER BY sequence_number",
        (row, _) -> ArchiveJson.mapper().readTree(row.getString(1)),
        "fact/" + fact);
  }

  private static JsonNode passage(JsonNode event) {
    return event.at("/event/statement/citations/0/passage");
  }

  /** Which sweeps of the source's revisions are to be done. */
  private static List<Integer> toFollow(String source) {
    return JDBC.queryForList(
        "SELECT sweep FROM revision_to_follow JOIN domain_event_entry USING (event_identifier)"
            + " WHERE aggregate_identifier = ?",
        Integer.class,
        "source/" + source);
  }

  private static long reanchored(String source) {
    return count("count(*)", source);
  }

  private static long factsReanchored(String source) {
    return count("count(DISTINCT aggregate_identifier)", source);
  }

  private static long count(String what, String source) {
    Long count =
        JDBC.queryForObject(
            "SELECT "
                + what
                + " FROM domain_event_entry WHERE aggregate_identifier LIKE ?"
                + " AND payload_type = 'archive.fact.citation-reanchored.v1'",
            Long.class,
            "fact/" + source + "-%");
    return count == null ? 0 : count;
  }
}
