package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.Receipt;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.source.Access;
import org.defter.core.source.Level;
import org.defter.core.source.Quote;
import org.defter.core.source.SourceCommand;
import org.defter.core.source.SourceDescription;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;
import org.defter.localstack.LocalStack;
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

/** The queue of citations that did not follow, over events that went through the projections. */
class UnanchoredIT {

  private static final LanguageTag ENGLISH = new LanguageTag("en");
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String KEEPER =
      "Anna Berg kept the lamp from the beginning, with two assistants and a <dog> of no name.";
  private static final String OIL =
      "It burned colza oil, which the supply ship brought up twice a year from the south.";
  private static final String MENDED = OIL.replace("twice a year", "once in winter");

  private static final HttpClient READER = HttpClient.newHttpClient();
  private static ConfigurableApplicationContext service;
  private static PublishingArchive archive;

  @BeforeAll
  static void startsWithASubjectAndAProperty() throws Exception {
    LocalStack stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    service =
        new SpringApplicationBuilder(QueryService.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers());
    tell(
        new SubjectCommand.RegisterSubject(
            new SubjectId("light"),
            SubjectKind.PLACE,
            List.of(new Name("Cape North Light", ENGLISH, null)),
            List.of()));
    tell(
        new PropertyCommand.DefineProperty(
            new PropertyId("note"),
            new PropertyDefinition(
                List.of(new Label("note", ENGLISH)), Datatype.TEXT, false, null)));
  }

  @AfterAll
  static void stop() {
    service.close();
    archive.close();
  }

  @Test
  void whatWaitsForAPersonIsListedUntilSomebodyChooses() {
    deposit("log", KEEPER + "\n" + OIL);
    record("waits", "log", "twice a year");
    record("follows", "log", "two assistants");
    revise("log", 1, "A preface.\n" + KEEPER + "\n" + MENDED);
    follow("follows", "log", 2);
    Receipt marked = follow("waits", "log", 2);

    JsonNode queue = queue("source=log", marked);
    assertThat(facts(queue)).containsExactly("waits");
    JsonNode citation = queue.at("/citations/0");
    assertThat(citation.path("state").asString()).isEqualTo("lost");
    assertThat(citation.at("/passage/exact").asString()).isEqualTo("twice a year");
    assertThat(citation.path("revision").asInt()).isEqualTo(2);
    assertThat(queue.at("/labels/source~1log").asString()).isEqualTo("log");
    JsonNode candidate = citation.at("/candidates/0");
    assertThat(candidate.at("/passage/exact").asString()).isEqualTo("once in winter");
    assertThat(candidate.at("/passage/prefix").asString()).endsWith("brought up ");
    assertThat(candidate.at("/choose/href").asString())
        .isEqualTo("/api/v1/facts/waits/citations/1/reanchor");
    assertThat(candidate.at("/choose/ifMatch").asString()).isEqualTo("\"2\"");

    Receipt chosen = tell(choice(candidate.at("/choose/body")));
    assertThat(facts(queue("source=log", chosen))).isEmpty();
  }

  @Test
  void theSourceMarksOnlyWhatPointsIntoTheRevisionThatIsShown() {
    deposit("marked", KEEPER + "\n" + OIL);
    record("behind", "marked", "twice a year");
    record("along", "marked", "two assistants");
    revise("marked", 1, "A preface, which moves all that follows.\n" + KEEPER + "\n" + MENDED);
    follow("behind", "marked", 2);
    Receipt followed = follow("along", "marked", 2);

    String page = get("/sources/marked?after=" + followed.token());
    assertThat(page)
        .contains("<mark><a href=\"/facts/along\">two assistants</a></mark>")
        .contains("One fact cites another revision", "/unanchored-citations?source=marked")
        .doesNotContain("/facts/behind");
    assertThat(get("/sources/marked?revision=1"))
        .contains("<mark><a href=\"/facts/behind\">twice a year</a></mark>")
        .doesNotContain("/facts/along");
    assertThat(get("/facts/along")).contains("<mark>two assistants</mark>");
    assertThat(get("/unanchored-citations?source=marked"))
        .contains("/facts/behind", "once in winter")
        .contains("name=\"citingVersion\" value=\"2\"", "<button name=\"choice\"")
        .doesNotContain("<dog>");
  }

  @Test
  void onlyTheNewestSearchCountsAndOnlyWhatStillCounts() {
    deposit("often", KEEPER + "\n" + OIL);
    record("lost-twice", "often", "twice a year");
    record("retracted", "often", "twice a year");
    record("withdrawn", "often", "twice a year");
    revise("often", 1, KEEPER + "\n" + MENDED);
    List.of("lost-twice", "retracted", "withdrawn").forEach(fact -> follow(fact, "often", 2));
    revise("often", 2, "A preface.\n" + KEEPER + "\n" + MENDED);
    List.of("lost-twice", "retracted", "withdrawn").forEach(fact -> follow(fact, "often", 3));
    Reason reason = new Reason(ReasonType.POLICY, null);
    Receipt retracted = tell(new FactCommand.RetractFact(new FactId("retracted"), null, reason));
    tell(new FactCommand.CiteSource(new FactId("withdrawn"), null, citing("often", "colza oil")));
    Receipt withdrawn =
        tell(new FactCommand.WithdrawCitation(new FactId("withdrawn"), null, 1, reason));

    JsonNode queue = queue("source=often&after=" + retracted.token(), withdrawn);
    assertThat(facts(queue)).containsExactly("lost-twice");
    assertThat(queue.at("/citations/0/revision").asInt()).isEqualTo(3);
  }

  @Test
  void pagesThroughTheQueueWithoutSkippingOrRepeating() {
    deposit("paged", KEEPER + "\n" + OIL);
    List<String> facts = List.of("p1", "p2", "p3", "p4", "p5");
    facts.forEach(fact -> record(fact, "paged", "twice a year"));
    revise("paged", 1, KEEPER + "\n" + MENDED);
    String receipts = "";
    for (String fact : facts) {
      receipts += "&after=" + follow(fact, "paged", 2).token();
    }

    List<String> seen = new ArrayList<>();
    JsonNode page = json("/api/v1/unanchored-citations?size=2&state=lost&source=paged" + receipts);
    while (true) {
      seen.addAll(facts(page));
      if (!page.has("next")) {
        break;
      }
      page =
          json(
              "/api/v1/unanchored-citations?size=2&state=lost&source=paged&cursor="
                  + page.path("next").asString());
    }
    assertThat(seen).containsExactlyElementsOf(facts.reversed());
    assertThat(facts(json("/api/v1/unanchored-citations?state=ambiguous&source=paged"))).isEmpty();
    assertThat(get("/api/v1/unanchored-citations?state=gone")).contains("/problems/invalid-value");
  }

  private static ArchiveCommand choice(JsonNode body) {
    return new FactCommand.ReanchorCitation(
        new FactId("waits"),
        2L,
        1,
        body.path("revision").asInt(),
        ArchiveJson.mapper().treeToValue(body.path("quote"), Quote.class),
        null);
  }

  private static void deposit(String id, String text) {
    tell(
        new SourceCommand.DepositSource(
            new SourceId(id),
            new SourceDescription(
                id, null, List.of(), null, List.of(), Level.ITEM, null, Access.OPEN),
            new SourceCommand.Reading(text, ENGLISH)));
  }

  private static void revise(String id, long version, String text) {
    Receipt revised =
        tell(
            new SourceCommand.ReviseTranscription(
                new SourceId(id),
                version,
                new SourceCommand.Reading(text, ENGLISH),
                new Reason(ReasonType.TRANSCRIPTION_ERROR, "read again")));
    String visible = "/api/v1/sources/%s?wait=30&after=%s".formatted(id, revised.token());
    assertThat(json(visible).path("version").asLong()).isEqualTo(version + 1);
  }

  private static void record(String id, String source, String quote) {
    tell(
        new FactCommand.RecordFact(
            new FactId(id),
            new Draft(
                new SubjectId("light"),
                new PropertyId("note"),
                new Value.Text(id, ENGLISH),
                List.of(),
                null,
                null,
                List.of(citing(source, quote)),
                null)));
  }

  private static CitationDraft citing(String source, String quote) {
    return new CitationDraft(new SourceId(source), null, Quote.of(quote), null, null);
  }

  private static Receipt follow(String fact, String source, int revision) {
    return tell(new FactCommand.FollowRevision(new FactId(fact), new SourceId(source), revision));
  }

  private static Receipt tell(ArchiveCommand command) {
    return archive.tell("ann", NOW, command);
  }

  private static JsonNode queue(String filter, Receipt after) {
    return json("/api/v1/unanchored-citations?wait=30&" + filter + "&after=" + after.token());
  }

  private static List<String> facts(JsonNode queue) {
    Function<JsonNode, String> fact = citation -> citation.path("fact").asString();
    return queue.path("citations").valueStream().map(fact).toList();
  }

  private static JsonNode json(String path) {
    return JsonMapper.shared().readTree(get(path));
  }

  private static String get(String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).GET().build();
    try {
      HttpResponse<String> answer = READER.send(request, BodyHandlers.ofString());
      return answer.body();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
