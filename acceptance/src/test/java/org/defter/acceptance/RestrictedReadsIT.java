package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defter.acceptance.Client.Answer;
import org.defter.localstack.Part;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nobody reads a restricted source without its being recorded first. */
class RestrictedReadsIT {
  private static final String WORDS = "My house goes to Clara, the boat to nobody.";
  private static final String REVISED = "My house goes to Klara, the boat to nobody.";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  @AutoClose private static Client client;

  @BeforeAll
  static void depositAWillAndReviseIt() {
    client = new Client(Archive.stack().publicUri());
    Lighthouse.register(client);
    deposit("will", "restricted");
    deposit("letter", "open");
    Answer revised =
        client.put(
            "sources/will/transcription",
            """
            {"text": "%s", "language": "en", "reason": {"type": "transcription-error"}}
            """
                .formatted(REVISED),
            "If-Match",
            "\"1\"");
    assertThat(revised.status()).as("%s", revised.json()).isEqualTo(200);
    Answer cited =
        client.command(
            "facts",
            """
            {"id": "boat", "subject": "lighthouse", "property": "lamp-height",
             "value": {"type": "quantity", "amount": "1"},
             "citations": [{"source": "will", "quote": {"exact": "the boat"}}]}
            """);
    assertThat(cited.status()).as("%s", cited.json()).isEqualTo(201);
    String both = "after=%s&after=%s".formatted(revised.text("receipt"), cited.text("receipt"));
    assertThat(client.get("facts/boat?wait=30&" + both).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sources/will",
        "/api/v1/sources/will?knownAt=2100-01-01",
        "/api/v1/sources/will/transcription",
        "/api/v1/sources/will/transcription?revision=1",
        "/api/v1/sources/will/facts",
        "/api/v1/sources/will/versions/2",
        "/sources/will",
        "/sources/will?revision=1",
        "/sources/will/versions/2",
        "/facts/boat"
      })
  void recordsOnceByWhichWayItWasReadByWhomAndForWhom(String address) {
    String actor = "reader-" + Integer.toHexString(address.hashCode());

    HttpResponse<String> read =
        get(address, "Authorization", as(actor), "Defter-On-Behalf-Of", "court");

    assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
    assertThat(read.headers().firstValue("Cache-Control")).hasValue("no-store");
    List<JsonNode> records = reads("actor=" + actor);
    assertThat(records).hasSize(1);
    JsonNode recorded = records.getFirst();
    assertThat(recorded.path("address").asString()).isEqualTo(address);
    assertThat(recorded.path("method").asString()).isEqualTo("GET");
    assertThat(recorded.path("source").asString()).isEqualTo("will");
    assertThat(recorded.path("version").asInt()).isEqualTo(2);
    assertThat(recorded.at("/actor/role").asString()).isEqualTo("archivist");
    assertThat(recorded.at("/onBehalfOf/id").asString()).isEqualTo("court");
  }

  @Test
  void saysWhichVersionWasReadWhenItIsAnEarlierOne() {
    get("/api/v1/sources/will/versions/1", "Authorization", as("earlier"));

    assertThat(reads("actor=earlier").getFirst().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void countsAHeadRequestAndOneThatIsAnsweredNotModified() {
    HttpResponse<String> head =
        send(request("/api/v1/sources/will", "Authorization", as("header")).HEAD());
    HttpResponse<String> same =
        get(
            "/api/v1/sources/will",
            "Authorization",
            as("header"),
            "If-None-Match",
            head.headers().firstValue("ETag").orElseThrow());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(reads("actor=header"))
        .extracting(read -> read.path("method").asString())
        .containsExactly("GET", "HEAD");
  }

  @Test
  void givesNothingToWhoeverDidNotSignIn() {
    get("/api/v1/sources/will", "Authorization", as("before"));

    HttpResponse<String> refused = get("/api/v1/sources/will");

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(reads("source=will").getFirst().at("/actor/id").asString()).isEqualTo("before");
  }

  @Test
  void recordsNothingOfWhatIsNotThereOrIsOpenOrGivesNoWords() {
    for (String address :
        List.of(
            "/api/v1/sources/will/transcription?revision=9",
            "/api/v1/sources/will/timemap",
            "/api/v1/sources/will/timegate",
            "/api/v1/sources/letter",
            "/sources/letter",
            "/api/v1/sources/letter/transcription")) {
      HttpResponse<String> read = get(address, "Authorization", as("passer-by"));
      assertThat(read.headers().firstValue("Cache-Control")).isNotEqualTo("no-store");
    }

    assertThat(reads("actor=passer-by")).isEmpty();
  }

  @Test
  void refusesAReaderForSomebodyWhoCannotBeRecorded() {
    HttpResponse<String> refused =
        get("/api/v1/sources/will", "Authorization", as("ann"), "Defter-On-Behalf-Of", "no/id");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("\"field\":\"actor.id\"")
        .doesNotContain("title\":\"A will");
  }

  @Test
  void recordsEveryOneOfTwentyReadsAtOnce() throws Exception {
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int at = 0; at < 20; at++) {
        String path = "/api/v1/sources/will/transcription?revision=" + (at % 2 + 1);
        answers.add(readers.submit(() -> get(path, "Authorization", as("crowd"))));
      }
    }

    for (Future<HttpResponse<String>> answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
    assertThat(reads("actor=crowd&size=200")).hasSize(20);
  }

  @Test
  void handsOnTheRecordToNobodyFromOutside() {
    HttpResponse<String> forged =
        send(
            request("/reads", "Authorization", as("forger"), "Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"source\":\"letter\",\"version\":1,\"method\":\"GET\",\"address\":\"/x\"}")));

    assertThat(forged.statusCode()).isEqualTo(404);
    assertThat(reads("actor=forger")).isEmpty();
  }

  @Test
  void givesNothingWhenTheReadCannotBeRecorded() throws Exception {
    try (Connection held = Archive.connection();
        Statement statement = held.createStatement()) {
      held.setAutoCommit(false);
      statement.execute("LOCK TABLE source_read IN SHARE MODE");

      assertRefused("/api/v1/sources/will/transcription");
      assertThat(get("/api/v1/sources/letter").statusCode()).isEqualTo(200);
      held.rollback();
    }
    assertThat(get("/api/v1/sources/will/transcription", "Authorization", as("ann")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void givesNothingWithoutTheIngestService() {
    Archive.stack().stop(Part.INGEST_SERVICE);
    try {
      assertRefused("/api/v1/sources/will/transcription");
      assertRefused("/sources/will");
      assertRefused("/facts/boat");
      assertThat(get("/api/v1/sources/letter").statusCode()).isEqualTo(200);
    } finally {
      Archive.stack().up(List.of(Part.values()));
    }
    assertThat(get("/sources/will", "Authorization", as("ann")).statusCode()).isEqualTo(200);
  }

  private static void assertRefused(String address) {
    HttpResponse<String> refused = get(address, "Authorization", as("ann"));
    assertThat(refused.statusCode()).as(address).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body())
        .contains("who reads a restricted source is recorded")
        .doesNotContain("the boat");
    if (address.startsWith("/api/")) {
      assertThat(refused.body()).contains("\"type\":\"/problems/read-not-recorded\"");
    }
  }

  private static void deposit(String id, String access) {
    Answer deposited =
        client.command(
            "sources",
            """
            {"id": "%s", "title": "A %s", "access": "%s",
             "transcription": {"text": "%s", "language": "en"}}
            """
                .formatted(id, id, access, WORDS));
    assertThat(deposited.status()).as("%s", deposited.json()).isEqualTo(201);
    assertThat(
            client
                .get("sources/%s?wait=30&after=%s".formatted(id, deposited.text("receipt")))
                .status())
        .isEqualTo(200);
  }

  private static String as(String person) {
    return "Bearer " + Archive.stack().token(person, "archivist");
  }

  private static HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers));
  }

  private static HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Archive.stack().publicUri().resolve(path))
            .timeout(Duration.ofSeconds(40));
    return headers.length == 0 ? request : request.headers(headers);
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

  /** Newest first. */
  private static List<JsonNode> reads(String query) {
    Answer page = client.get("reads?" + query);
    assertThat(page.status()).as("%s", page.json()).isEqualTo(200);
    return page.json().path("reads").valueStream().toList();
  }
}
