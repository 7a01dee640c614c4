package org.defter.query.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.defter.core.event.Receipt;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import org.defter.query.BlankStack;
import org.defter.query.QueryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole readers' side, over events that went through Kafka and the projections. */
class ReadingIT {

  private static final HttpClient READER = HttpClient.newHttpClient();
  private static LocalStack stack;
  private static ConfigurableApplicationContext service;
  private static PublishingArchive archive;
  private static Receipt newest;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    service =
        new SpringApplicationBuilder(QueryService.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers());
    newest = new SampleCollection(archive).deposit();
    // One receipt names one event: others may be on other partitions.
    assertThat(get("/api/v1/facts?size=0&wait=30&after=" + newest.token()).statusCode())
        .isEqualTo(200);
    for (int tries = 0;
        tries < 100 && json("/api/v1/changes").path("total").asInt() < 17;
        tries++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void stop() {
    service.close();
    archive.close();
  }

  @Test
  void givesAFactWithLabelsInTheReadersLanguage() {
    JsonNode fact = json("/api/v1/facts/F1", "Accept-Language", "ru");

    assertThat(fact.path("statement").path("valid").asString()).isEqualTo("1994-07");
    assertThat(fact.path("labels").path("subject/heydar-aliyev").asString())
        .isEqualTo("Гейдар Алиев");
    assertThat(fact.path("labels").path("property/visited").asString()).isEqualTo("посетил");
    assertThat(json("/api/v1/facts/F1").path("labels").path("subject/union").asString())
        .isEqualTo("The Union");
  }

  @Test
  void answersNotModifiedToAReaderWhoHasTheVersion() {
    assertThat(get("/api/v1/facts/F2").headers().firstValue("ETag")).contains("\"2\"");
    assertThat(get("/api/v1/facts/F2", "If-None-Match", "\"2\"").statusCode()).isEqualTo(304);
    assertThat(get("/api/v1/facts/F2", "If-None-Match", "\"1\"").statusCode()).isEqualTo(200);
  }

  @Test
  void turnsBackToWhatWasKnown() {
    assertThat(amount("/api/v1/facts/F2")).isEqualTo("57");
    assertThat(amount("/api/v1/facts/F2?version=1")).isEqualTo("60");
    assertThat(amount("/api/v1/facts/F2?knownAt=2026-03-04")).isEqualTo("60");
    assertThat(amount("/api/v1/facts/F2?knownAt=2026-03-05")).isEqualTo("57");
    assertThat(get("/api/v1/facts/F2?knownAt=2026-02-28").statusCode()).isEqualTo(404);
    assertThat(found("knownAt=2026-03-04&property=motto")).containsExactlyInAnyOrder("F4", "F5");
    assertThat(found("property=motto")).containsExactly("F4");
  }

  @Test
  void tellsTheHistoryWithWhatChangedAndWhy() {
    JsonNode corrected = json("/api/v1/facts/F2/history").path("versions").path(1);

    assertThat(corrected.path("type").asString()).isEqualTo("archive.fact.corrected.v1");
    assertThat(corrected.path("actor").path("id").asString()).isEqualTo("second");
    assertThat(corrected.path("reason").path("text").asString()).contains("own count");
    assertThat(corrected.path("changes").path(0).path("field").asString()).isEqualTo("value");
    assertThat(corrected.path("changes").path(1).path("after").asString()).isEqualTo("1990/..");
  }

  @Test
  void findsInflectedWordsAndNamesInAnyScript() {
    assertThat(found("q=Алиев")).containsExactly("F1");
    assertThat(found("q=Aliyev")).containsExactly("F1");
    assertThat(found("q=Əliyev")).containsExactly("F1");
    assertThat(found("q=резолюция&standing=all")).contains("F5");
    assertThat(found("q=\"Гейдар Алиев\"")).containsExactly("F1");
    assertThat(found("q=Алиев устав")).isEmpty();
  }

  @Test
  void findsAWordThatStandsOnlyAroundTheQuote() {
    assertThat(found("q=Баку")).contains("F3");
  }

  @Test
  void marksTheWordInItsQuote() {
    JsonNode quote =
        json("/api/v1/search?q=Алиев").path("facts").path(0).path("highlights").path(0);

    assertThat(quote.path("citation").asInt()).isOne();
    assertThat(quote.path("quote").valueStream().filter(part -> part.path("match").asBoolean()))
        .anyMatch(part -> part.path("text").asString().contains("Алиева"));
  }

  @Test
  void filtersByValidTimeAsItCanBeOrMustHaveBeen() {
    assertThat(found("validAt=1994")).containsExactlyInAnyOrder("F1", "F2");
    assertThat(found("validAt=1994&valid=certainly")).containsExactlyInAnyOrder("F1", "F2");
    assertThat(found("validAt=1994-07-15")).containsExactlyInAnyOrder("F1", "F2");
    assertThat(found("validAt=1994-07-15&valid=certainly")).containsExactly("F2");
    assertThat(found("validTo=1989")).isEmpty();
  }

  @Test
  void filtersByEverythingElse() {
    assertThat(found("kind=event")).containsExactly("F3");
    assertThat(found("value=union")).containsExactly("F1");
    assertThat(found("datatype=quantity")).containsExactly("F2");
    assertThat(found("actor=second")).containsExactly("F2");
    assertThat(found("source=chronicle&paragraph=3")).containsExactly("F3");
    assertThat(found("qualifier=claimed-by:the source&subject=congress")).containsExactly("F3");
    assertThat(found("standing=retracted")).containsExactly("F5");
  }

  @Test
  void countsFacetsAndYears() {
    JsonNode answer = json("/api/v1/facts");

    assertThat(answer.at("/facets/subject/values/0").toString())
        .isEqualTo("{\"value\":\"union\",\"count\":2}");
    assertThat(answer.at("/timeline/interval").asString()).isEqualTo("year");
  }

  @Test
  void pagesByLinksWithoutSkippingOrRepeating() {
    List<String> all = new ArrayList<>();
    String next = "/api/v1/facts?size=1&sort=valid";
    while (next != null) {
      HttpResponse<String> page = get(next);
      all.addAll(ids(page));
      next =
          page.headers()
              .firstValue("Link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse(null);
    }
    assertThat(all).containsExactly("F2", "F1", "F3", "F4");
  }

  @Test
  void readsWhatWasWrittenAMomentAgo() {
    for (int turn = 0; turn < 5; turn++) {
      String id = "newcomer-" + turn;
      Receipt receipt =
          archive.tell(
              "first",
              SampleCollection.CORRECTED,
              new SubjectCommand.RegisterSubject(
                  new SubjectId(id),
                  SubjectKind.PERSON,
                  List.of(new Name("Newcomer " + turn, new LanguageTag("en"), null)),
                  List.of()));

      assertThat(
              get("/api/v1/subjects?q=" + id.replace("-", "%20") + "&after=" + receipt.token())
                  .body())
          .contains(id);
    }
  }

  @Test
  void saysWhenAWriteIsNotVisibleInTime() {
    Receipt never = new Receipt(newest.id(), 99, newest.eventId());
    HttpResponse<String> answer = get("/api/v1/facts?wait=0.2&after=" + never.token());

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).contains("/problems/not-yet-visible", "wait");
  }

  @Test
  void givesASourceItsOldReadingsAndTheFactsOnItsPassages() {
    assertThat(get("/api/v1/sources/chronicle/transcription").body()).contains("весной");
    assertThat(get("/api/v1/sources/chronicle/transcription?revision=1").body()).contains("осенью");
    assertThat(get("/api/v1/sources/chronicle/transcription?revision=3").statusCode())
        .isEqualTo(404);
    JsonNode third = json("/api/v1/sources/chronicle/facts").path("paragraphs").path(1);
    assertThat(third.path("paragraph").asInt()).isEqualTo(3);
    assertThat(third.path("passages").path(0).path("fact").asString()).isEqualTo("F3");
    assertThat(third.path("passages").path(0).path("citationCount").asInt()).isOne();
  }

  @Test
  void listsChangesWithWhoAndWhyNewestFirst() {
    JsonNode changes = json("/api/v1/changes?from=2026-03-05&to=2026-03-05&actor=second");

    assertThat(changes.path("changes").valueStream().map(c -> c.path("aggregate").asString()))
        .containsExactly("source/chronicle", "fact/F5", "fact/F2");
    assertThat(changes.path("changes").path(2).path("changes").path(0).path("before").toString())
        .contains("60");
  }

  @Test
  void showsPagesInWhichNothingIsTakenForMarkup() {
    for (String path : List.of("/?q=motto", "/facts/F4", "/subjects/union", "/sources/chronicle")) {
      HttpResponse<String> page = get(path, "Accept", "text/html");
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      String others = page.body().replaceAll("<script type=\"module\" src=\"/[a-z]+\\.js\">", "");
      assertThat(others).as(path).contains("&lt;script&gt;").doesNotContain("<script");
    }
    assertThat(get("/facts/F2").body()).contains("<mark>входят 60 государств</mark>", "own count");
    assertThat(get("/facts/none", "Accept", "text/html").statusCode()).isEqualTo(404);
    assertThat(get("/?q=Алиев").body()).contains("Алиева</mark>");
  }

  @Test
  void refusesInProblemDetails() {
    assertThat(problem("/api/v1/facts/none", 404)).isEqualTo("/problems/not-found");
    assertThat(problem("/api/v1/facts/a%2Fb", 400)).isEqualTo("/problems/invalid-value");
    assertThat(problem("/api/v1/nowhere", 404)).isEqualTo("/problems/not-found");
    assertThat(problem("/api/v1/facts?size=9999", 400)).isEqualTo("/problems/invalid-value");
    assertThat(problem("/api/v1/facts?q=" + "a".repeat(20_000), 400, 414, 431))
        .startsWith("/problems/");
    HttpResponse<String> xml = get("/api/v1/facts/F1", "Accept", "text/xml");
    assertThat(xml.statusCode()).isEqualTo(406);
    assertThat(xml.body()).contains("/problems/not-acceptable");
  }

  @Test
  void saysThatTheSearchIndexDoesNotAnswer() {
    stack.stop(Part.ELASTICSEARCH);
    try {
      HttpResponse<String> answer = get("/api/v1/facts");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("/problems/unavailable", "search index");
    } finally {
      stack.start(Part.ELASTICSEARCH);
    }
  }

  private static String problem(String path, Integer... statuses) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isIn((Object[]) statuses);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(path + " " + answer.body())
        .startsWith("application/problem+json");
    return JsonMapper.shared().readTree(answer.body()).path("type").asString();
  }

  private static String amount(String path) {
    return json(path).path("statement").path("value").path("amount").asString();
  }

  private static List<String> found(String query) {
    StringBuilder encoded = new StringBuilder("/api/v1/search?");
    for (String part : query.split("&", -1)) {
      String[] pair = part.split("=", 2);
      encoded.append(pair[0]).append('=').append(URLEncoder.encode(pair[1], UTF_8)).append('&');
    }
    HttpResponse<String> answer = get(encoded.toString());
    assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(200);
    return ids(answer);
  }

  private static List<String> ids(HttpResponse<String> answer) {
    return JsonMapper.shared()
        .readTree(answer.body())
        .path("facts")
        .valueStream()
        .map(fact -> fact.path("id").asString())
        .toList();
  }

  private static JsonNode json(String path, String... headers) {
    return JsonMapper.shared().readTree(get(path, headers).body());
  }

  private static HttpResponse<String> get(String path, String... headers) {
    String port = service.getEnvironment().getProperty("local.server.port");
    String ascii =
        URI.create("http://localhost:" + port + path.replace("\"", "%22")).toASCIIString();
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ascii));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return READER.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(path, failed);
    }
  }
}
