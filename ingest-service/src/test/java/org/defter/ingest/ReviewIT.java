package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defter.core.event.Receipt;
import org.defter.ingest.Running.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections that one person proposes and another reviews, and the rules by collection. */
class ReviewIT {

  private static final String DIRECT = "/api/v1/facts/%s/corrections";
  private static final String PROPOSE = DIRECT + "?propose=true";
  private static final String BY_HEIGHT =
      "{\"changes\":{\"value\":{\"type\":\"quantity\",\"amount\":\"%s\"}},"
          + "\"reason\":{\"type\":\"better-source\",\"text\":\"measured again\"}}";

  @BeforeAll
  static void holdsAHillAndACollection() {
    created(
        "/api/v1/subjects",
        "{\"id\":\"hill\",\"names\":[{\"text\":\"Hill\",\"language\":\"en\"}]}");
    as(
        "ann",
        "PUT",
        "/api/v1/properties/height",
        "{\"labels\":[{\"text\":\"height\",\"language\":\"en\"}],\"datatype\":\"quantity\"}");
    created("/api/v1/sources", "{\"id\":\"survey\",\"title\":\"Survey\",\"level\":\"fonds\"}");
    created(
        "/api/v1/sources",
        "{\"id\":\"sheet\",\"title\":\"Sheet\",\"parent\":\"survey\",\"transcription\":"
            + "{\"language\":\"en\",\"text\":\"The hill is 40 m high.\"}}");
    created(
        "/api/v1/sources",
        "{\"id\":\"diary\",\"title\":\"Diary\",\"transcription\":"
            + "{\"language\":\"en\",\"text\":\"The hill is 40 m high.\"}}");
  }

  private static void created(String path, String body) {
    Answer answer = as("ann", "POST", path, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
  }

  private static Answer as(String actor, String method, String path, String body, String... more) {
    HttpRequest.Builder request =
        Running.request(path)
            .setHeader("Authorization", Running.as(actor, "archivist", "reviewer", "administrator"))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (more.length > 0) {
      request.headers(more);
    }
    return Running.send(request.build());
  }

  private static void fact(String id, String source) {
    created(
        "/api/v1/facts",
        """
        {"id":"%s","subject":"hill","property":"height","value":{"type":"quantity","amount":"40"},
         "citations":[{"source":"%s","quote":{"exact":"40 m"}}]}\
        """
            .formatted(id, source));
  }

  private static String propose(String actor, String fact, long version, String amount) {
    Answer proposed =
        as(
            actor,
            "POST",
            PROPOSE.formatted(fact),
            BY_HEIGHT.formatted(amount),
            "If-Match",
            "\"" + version + "\"");
    assertThat(proposed.status()).as(proposed.response().body()).isEqualTo(201);
    assertThat(proposed.response().headers().firstValue("Location"))
        .hasValue("/api/v1/corrections/" + proposed.text("id"));
    return proposed.text("id");
  }

  private static Answer accept(String actor, String correction, long version, String body) {
    return as(
        actor,
        "POST",
        "/api/v1/corrections/" + correction + "/accept",
        body,
        "If-Match",
        "\"" + version + "\"");
  }

  private static Answer correct(String actor, String fact, long version, String amount) {
    return as(
        actor,
        "POST",
        DIRECT.formatted(fact),
        BY_HEIGHT.formatted(amount),
        "If-Match",
        "\"" + version + "\"");
  }

  private static void isProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.text("type")).isEqualTo("/problems/" + type);
  }

  private static List<String> eventsOf(String qualifiedId) {
    return Running.SERVICE
        .getBean(JdbcClient.class)
        .sql(
            "SELECT payload_type FROM domain_event_entry WHERE aggregate_identifier = ?"
                + " ORDER BY sequence_number")
        .param(qualifiedId)
        .query(String.class)
        .list();
  }

  @Test
  void aSecondPersonAcceptsAndTheFactIsCorrectedInTheSameTransaction() {
    fact("r-accepted", "diary");
    String correction = propose("maria", "r-accepted", 1, "42");
    assertThat(eventsOf("fact/r-accepted")).hasSize(1);

    isProblem(accept("maria", correction, 1, "{}"), 403, "not-allowed");
    Answer accepted = accept("olaf", correction, 1, "{\"remark\":\"seen\"}");

    assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(200);
    assertThat(accepted.text("id")).isEqualTo("r-accepted");
    Receipt review = Receipt.parse(accepted.json().path("correction").path("receipt").asString());
    assertThat(review.id().qualified()).isEqualTo("correction/" + correction);
    assertThat(review.version()).isEqualTo(2);
    assertThat(accepted.response().headers().firstValue("ETag")).hasValue("\"2\"");
    assertThat(eventsOf("correction/" + correction))
        .containsExactly("archive.correction.proposed.v1", "archive.correction.accepted.v1");
    assertThat(eventsOf("fact/r-accepted"))
        .containsExactly("archive.fact.recorded.v1", "archive.fact.corrected.v1");
    assertThat(
            Running.SERVICE
                .getBean(JdbcClient.class)
                .sql(
                    "SELECT count(DISTINCT meta_data::json -> 'origin' ->> 'commandId'),"
                        + " count(DISTINCT meta_data::json -> 'origin' -> 'actor' ->> 'id')"
                        + " FROM domain_event_entry WHERE payload_type IN"
                        + " ('archive.correction.accepted.v1', 'archive.fact.corrected.v1')"
                        + " AND aggregate_identifier IN (?, 'fact/r-accepted')")
                .param("correction/" + correction)
                .query((row, _) -> row.getInt(1) + " command, " + row.getInt(2) + " actor")
                .single())
        .isEqualTo("1 command, 1 actor");
    isProblem(accept("nils", correction, 2, "{}"), 409, "not-possible-now");
  }

  @Test
  void aProposalOnAnOlderVersionIsAcceptedByADecisionOnly() {
    fact("r-moved", "diary");
    String correction = propose("maria", "r-moved", 1, "42");
    assertThat(correct("olaf", "r-moved", 1, "41").status()).isEqualTo(200);

    isProblem(accept("olaf", correction, 1, "{}"), 412, "stale-version");
    Answer undecided = accept("olaf", correction, 2, "{}");
    isProblem(undecided, 409, "fact-moved");
    assertThat(undecided.json().path("baseVersion").asInt()).isEqualTo(1);
    assertThat(undecided.json().path("currentVersion").asInt()).isEqualTo(2);
    assertThat(undecided.json().path("changes").path(0).path("field").asString())
        .isEqualTo("value");
    assertThat(eventsOf("correction/" + correction)).hasSize(1);

    Answer decided = accept("olaf", correction, 2, "{\"decision\":\"apply-changes\"}");
    assertThat(decided.status()).as(decided.response().body()).isEqualTo(200);
    assertThat(decided.json().path("version").asInt()).isEqualTo(3);
  }

  @Test
  void whatTheFactRefusesLeavesTheCorrectionProposed() {
    fact("r-same", "diary");
    String correction = propose("maria", "r-same", 1, "42");
    assertThat(correct("olaf", "r-same", 1, "42").status()).isEqualTo(200);

    isProblem(
        accept("olaf", correction, 2, "{\"decision\":\"apply-changes\"}"), 409, "nothing-changes");
    assertThat(eventsOf("correction/" + correction))
        .containsExactly("archive.correction.proposed.v1");
    assertThat(eventsOf("fact/r-same")).hasSize(2);
    assertThat(
            as(
                    "olaf",
                    "POST",
                    "/api/v1/corrections/" + correction + "/decline",
                    "{\"why\":\"done already\"}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void isDeclinedWithWhyAndWithdrawnByItsProposer() {
    fact("r-ended", "diary");
    String declined = propose("maria", "r-ended", 1, "42");
    String path = "/api/v1/corrections/" + declined;
    isProblem(as("olaf", "POST", path + "/decline", "{}"), 400, "invalid-value");
    isProblem(as("maria", "POST", path + "/decline", "{\"why\":\"no\"}"), 403, "not-allowed");
    assertThat(as("olaf", "POST", path + "/decline", "{\"why\":\"it is a one\"}").status())
        .isEqualTo(200);
    isProblem(as("maria", "POST", path + "/withdraw", "{}"), 409, "not-possible-now");

    String withdrawn = propose("maria", "r-ended", 1, "43");
    path = "/api/v1/corrections/" + withdrawn;
    isProblem(as("olaf", "POST", path + "/withdraw", "{}"), 403, "not-allowed");
    assertThat(as("maria", "POST", path + "/withdraw", "{\"why\":\"misread\"}").status())
        .isEqualTo(200);
    isProblem(accept("olaf", withdrawn, 1, "{}"), 409, "not-possible-now");
    assertThat(eventsOf("fact/r-ended")).hasSize(1);
  }

  @Test
  void refusesAProposalThatCouldNotBeMadeDirectly() {
    fact("r-refused", "diary");
    String nothing = BY_HEIGHT.formatted("40");

    isProblem(
        as("maria", "POST", PROPOSE.formatted("r-refused"), nothing), 428, "precondition-required");
    isProblem(
        as("maria", "POST", PROPOSE.formatted("r-refused"), nothing, "If-Match", "\"1\""),
        409,
        "nothing-changes");
    isProblem(
        as("maria", "POST", PROPOSE.formatted("r-refused"), nothing, "If-Match", "\"2\""),
        412,
        "stale-version");
    isProblem(
        as("maria", "POST", PROPOSE.formatted("nowhere"), nothing, "If-Match", "*"),
        404,
        "not-found");
    isProblem(
        as("maria", "POST", DIRECT.formatted("r-refused") + "?propose=perhaps", nothing),
        400,
        "malformed-request");
    isProblem(accept("olaf", "nowhere", 1, "{}"), 404, "not-found");
  }

  @Test
  void theSameKeyIsAnotherRequestWhenItProposes() {
    fact("r-key", "diary");
    String[] headers = {"If-Match", "\"1\"", "Idempotency-Key", "review-1"};
    String body = BY_HEIGHT.formatted("42");
    Answer first = as("maria", "POST", PROPOSE.formatted("r-key"), body, headers);
    Answer again = as("maria", "POST", PROPOSE.formatted("r-key"), body, headers);

    assertThat(again.text("id")).isEqualTo(first.text("id"));
    isProblem(
        as("maria", "POST", DIRECT.formatted("r-key"), body, headers),
        422,
        "idempotency-key-reused");
  }

  private static List<Integer> atOnce(List<Callable<Answer>> requests) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        statuses.add(answer.get().status());
      }
    }
    return statuses;
  }

  @Test
  void ofManyWhoAcceptAtOnceOneDoes() throws Exception {
    fact("r-race", "diary");
    String correction = propose("maria", "r-race", 1, "42");
    List<Callable<Answer>> reviewers = new ArrayList<>();
    for (int reviewer = 0; reviewer < 12; reviewer++) {
      String name = "reviewer-" + reviewer;
      reviewers.add(() -> accept(name, correction, 1, "{}"));
    }
    List<Integer> statuses = atOnce(reviewers);

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status != 200).allMatch(status -> status == 409);
    assertThat(eventsOf("fact/r-race")).hasSize(2);
    assertThat(eventsOf("correction/" + correction)).hasSize(2);
  }

  @Test
  void ofTwoCorrectionsAcceptedAtOnceNeitherOverwritesTheOther() throws Exception {
    fact("r-two", "diary");
    String first = propose("maria", "r-two", 1, "42");
    String second = propose("nils", "r-two", 1, "43");
    List<Integer> statuses =
        atOnce(
            List.of(() -> accept("olaf", first, 1, "{}"), () -> accept("rita", second, 1, "{}")));

    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    assertThat(eventsOf("fact/r-two")).hasSize(2);
  }

  @Test
  void theRuleOfACollectionBindsWhatIsBelowIt() {
    fact("r-ruled", "sheet");
    fact("r-free", "diary");
    String rule =
        "{\"direct\":{\"roles\":[\"curator\"],\"actors\":[]},"
            + "\"review\":{\"roles\":[\"reviewer\"],\"actors\":[]}}";
    Answer set =
        as("ann", "PUT", "/api/v1/sources/survey/correction-rule", rule, "If-Match", "\"1\"");
    assertThat(set.status()).as(set.response().body()).isEqualTo(200);

    Answer barred = correct("olaf", "r-ruled", 1, "41");
    isProblem(barred, 403, "not-allowed");
    assertThat(barred.text("detail")).contains("propose=true");
    assertThat(correct("olaf", "r-free", 1, "41").status()).isEqualTo(200);
    String why = "{\"reason\":{\"type\":\"policy\"}}";
    isProblem(
        as("olaf", "POST", "/api/v1/facts/r-ruled/retract", why, "If-Match", "\"1\""),
        403,
        "not-allowed");
    assertThat(
            as("olaf", "POST", "/api/v1/facts/r-ruled/dispute", why, "If-Match", "\"1\"").status())
        .isEqualTo(200);

    String correction = propose("olaf", "r-ruled", 2, "41");
    isProblem(accept("maria", correction, 2, "{}"), 403, "not-allowed");
    assertThat(acting("rita", "reviewer", correction, 2).status()).isEqualTo(200);
    giveUpTheRule(2);
    assertThat(correct("olaf", "r-ruled", 3, "44").status()).isEqualTo(200);
  }

  private static Answer acting(String actor, String role, String correction, long version) {
    return as(
        actor,
        "POST",
        "/api/v1/corrections/" + correction + "/accept",
        "{}",
        "If-Match",
        "\"" + version + "\"",
        "Defter-Actor-Role",
        role);
  }

  private static void giveUpTheRule(long version) {
    Answer givenUp =
        as(
            "ann",
            "DELETE",
            "/api/v1/sources/survey/correction-rule",
            "",
            "If-Match",
            "\"" + version + "\"");
    assertThat(givenUp.status()).as(givenUp.response().body()).isEqualTo(200);
  }
}
