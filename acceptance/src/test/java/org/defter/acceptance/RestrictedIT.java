package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.defter.acceptance.Client.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever may not read a restricted source does not learn from any address what it says, nor what
 * was recorded from it; whoever may, does, which shows that there was something to hide.
 */
class RestrictedIT {

  /** Words that are nowhere else. */
  private static final String SECRET = "quillwort";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  @AutoClose private static Client client;

  @BeforeAll
  static void recordFromADiaryAndFromABookAndLetTheTwoContradictEachOther() {
    client = new Client(Archive.stack().publicUri());
    Lighthouse.register(client);
    made(
        client.put(
            "properties/keeper-said",
            """
            {"labels": [{"text": "said by the keeper", "language": "en"}], "datatype": "text",
             "singleValued": true}
            """));
    deposit("shut-diary", "restricted", "The diary of " + SECRET);
    deposit("open-book", "open", "A book");
    record("shut-fact", "shut-diary", SECRET + " one");
    record("shut-twin", "shut-diary", SECRET + " one");
    record("open-fact", "open-book", "nothing of it");
    // Of what everybody may read: a version that cites the diary, and one that does no more.
    for (String fact : List.of("once-shut", "now-shut")) {
      record(fact, "open-book", "nothing");
      made(
          client.command(
              "facts/" + fact + "/citations",
              """
              {"source": "shut-diary", "quote": {"exact": "%s was here"}}
              """
                  .formatted(SECRET),
              "If-Match",
              "\"1\""));
    }
    made(
        client.command(
            "facts/shut-fact/corrections?propose=true",
            """
            {"changes": {"value": {"type": "text", "text": "%s two", "language": "en"}},
             "reason": {"type": "other", "text": "%s again"}}
            """
                .formatted(SECRET, SECRET),
            "If-Match",
            "\"1\""));
    Answer withdrawn = withdrawTheDiary();
    made(withdrawn);
    String read = "search?q=nothing&wait=30&after=" + withdrawn.text("receipt");
    assertThat(client.get(read).status()).isEqualTo(200);
  }

  private static Answer withdrawTheDiary() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address("/api/v1/facts/once-shut/citations/2"))
            .timeout(Duration.ofSeconds(40))
            .header("Authorization", "Bearer " + archivist())
            .header("Content-Type", "application/json")
            .header("If-Match", "\"2\"")
            .method(
                "DELETE",
                HttpRequest.BodyPublishers.ofString(
                    "{\"reason\": {\"type\": \"other\", \"text\": \"of no use\"}}"));
    HttpResponse<String> answer = send(request);
    return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
  }

  private static void deposit(String id, String access, String title) {
    made(
        client.command(
            "sources",
            """
            {"id": "%s", "title": "%s", "access": "%s",
             "transcription": {"text": "%s was here. The keeper said it.", "language": "en"}}
            """
                .formatted(id, title, access, id.equals("shut-diary") ? SECRET : "Nobody")));
  }

  private static void record(String id, String source, String said) {
    made(
        client.command(
            "facts",
            """
            {"id": "%s", "subject": "lighthouse", "property": "keeper-said",
             "value": {"type": "text", "text": "%s", "language": "en"},
             "citations": [{"source": "%s", "quote": {"exact": "was here"}}]}
            """
                .formatted(id, said, source)));
  }

  private static void made(Answer answer) {
    assertThat(answer.status()).as("%s", answer.json()).isIn(200, 201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?q=quillwort",
        "/api/v1/facts?subject=lighthouse&property=keeper-said",
        "/api/v1/facts?source=shut-diary",
        "/api/v1/facts?subject=lighthouse&property=keeper-said&knownAt=2100-01-01",
        "/api/v1/facts?q=quillwort&format=csv",
        "/api/v1/facts?q=quillwort&format=jsonl",
        "/api/v1/facts/shut-fact",
        "/api/v1/facts/shut-fact?version=1",
        "/api/v1/facts/shut-fact?knownAt=2100-01-01",
        "/api/v1/facts/shut-fact/history",
        "/api/v1/facts/once-shut/history",
        "/api/v1/facts/once-shut?version=2",
        "/api/v1/facts/once-shut/versions/2",
        "/api/v1/facts/shut-fact/versions/1",
        "/api/v1/facts/open-fact/similar",
        "/api/v1/facts/shut-fact/provenance?format=json",
        "/api/v1/facts/shut-fact/provenance?format=svg",
        "/api/v1/facts/once-shut/provenance?format=turtle",
        "/api/v1/facts/shut-fact/evidence",
        "/api/v1/facts/once-shut/evidence",
        "/api/v1/sources/shut-diary",
        "/api/v1/sources/shut-diary?knownAt=2100-01-01",
        "/api/v1/sources/shut-diary/transcription",
        "/api/v1/sources/shut-diary/facts",
        "/api/v1/sources/shut-diary/versions/1",
        "/api/v1/changes?of=fact/shut-fact",
        "/api/v1/changes?of=source/shut-diary",
        "/api/v1/changes?of=fact/once-shut&format=jsonl",
        "/api/v1/changes?subject=lighthouse&format=csv",
        "/api/v1/comparison?from=2000-01-01&to=2100-01-01&property=keeper-said",
        "/api/v1/corrections?fact=shut-fact",
        "/api/v1/contradictions?property=keeper-said",
        "/api/v1/duplicates?property=keeper-said",
        "/search.atom?q=quillwort",
        "/api/v1/facts/shut-fact/citation?format=text",
        "/?q=quillwort",
        "/?source=shut-diary",
        "/facts/shut-fact",
        "/facts/once-shut",
        "/sources/shut-diary",
        "/corrections?fact=shut-fact",
        "/contradictions?property=keeper-said",
        "/duplicates?property=keeper-said"
      })
  void givesItToWhoeverMayReadItAndToNobodyElse(String path) {
    HttpResponse<String> allowed = get(path, archivist());
    assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
    assertThat(allowed.body()).containsIgnoringCase(path.contains("/changes?") ? "shut" : SECRET);

    for (String token : List.of("", Archive.stack().token("rita", "researcher"))) {
      HttpResponse<String> refused = get(path, token);
      assertThat(refused.statusCode()).as(refused.body()).isIn(200, 404);
      // What was asked for is said again; what was found is not.
      assertThat(refused.body().replace("q=quillwort", "").replace("value=\"quillwort\"", ""))
          .doesNotContain("quillwort one")
          .doesNotContain("quillwort two")
          .doesNotContain("quillwort was")
          .doesNotContain("quillwort again")
          .doesNotContain("diary of")
          .doesNotContain("fact/shut-")
          .doesNotContain("source/shut-");
    }
  }

  @Test
  void countsInNoTotalAndNoFacet() {
    String path = "/api/v1/facts?subject=lighthouse&property=keeper-said";
    JsonNode all = JsonMapper.shared().readTree(get(path, archivist()).body());
    JsonNode open = JsonMapper.shared().readTree(get(path, "").body());

    assertThat(all.path("total").asInt()).isEqualTo(5);
    assertThat(open.path("total").asInt()).isEqualTo(2);
    assertThat(all.at("/facets/source").toString()).contains("shut-diary");
    assertThat(open.at("/facets").toString()).doesNotContain("shut-diary");
    assertThat(open.at("/facets/property/values/0/count").asInt()).isEqualTo(2);
  }

  @Test
  void leavesTheOpenVersionsOfAFactThatOnceCitedItAndSaysWhichItLeftOut() {
    JsonNode open = history("once-shut", "");
    JsonNode all = history("once-shut", archivist());

    assertThat(numbers(open)).containsExactly(1, 3);
    assertThat(open.path("withheld").toString()).isEqualTo("[2]");
    assertThat(numbers(all)).containsExactly(1, 2, 3);
    assertThat(all.path("withheld").toString()).isEqualTo("[]");
    assertThat(get("/facts/once-shut", archivist()).body()).doesNotContain("not shown");
    assertThat(get("/api/v1/facts/once-shut/provenance?format=svg", "").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Version 2 is not shown: it cites a restricted source",
    "ru, Версия 2 не показана: она ссылается на источник с ограниченным доступом",
    "az, '2 nömrəli versiya göstərilmir: o, girişi məhdud mənbəyə istinad edir'"
  })
  void saysOnThePageWhichVersionItLeftOut(String language, String words) {
    HttpRequest.Builder page =
        HttpRequest.newBuilder(address("/facts/once-shut")).header("Accept-Language", language);

    assertThat(send(page).body()).contains(words);
  }

  @Test
  void doesNotTakeTheNewestVersionThatItShowsForTheNewestThereIs() {
    JsonNode open = history("now-shut", "");

    assertThat(numbers(open)).containsExactly(1);
    assertThat(open.path("withheld").toString()).isEqualTo("[2]");
    assertThat(get("/facts/now-shut", "").statusCode()).isEqualTo(404);
    assertThat(get("/facts/now-shut?version=1", "").body())
        .contains("Version 2 is not shown")
        .doesNotContain("is the newest");
  }

  private static JsonNode history(String fact, String token) {
    return JsonMapper.shared().readTree(get("/api/v1/facts/" + fact + "/history", token).body());
  }

  private static List<Integer> numbers(JsonNode history) {
    return history.path("versions").valueStream().map(v -> v.path("version").asInt()).toList();
  }

  private static String archivist() {
    return Archive.stack().token("ann", "archivist");
  }

  private static URI address(String path) {
    return Archive.stack().publicUri().resolve(path);
  }

  private static HttpResponse<String> get(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(40));
    return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }
}
