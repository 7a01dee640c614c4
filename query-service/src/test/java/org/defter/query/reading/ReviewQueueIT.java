package org.defter.query.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.defter.core.correction.CorrectionCommand.AcceptCorrection;
import org.defter.core.correction.CorrectionCommand.DeclineCorrection;
import org.defter.core.correction.CorrectionCommand.ProposeCorrection;
import org.defter.core.correction.CorrectionCommand.WithdrawCorrection;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.Receipt;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.ValidTime;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.source.Access;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.CorrectionRule.People;
import org.defter.core.source.Level;
import org.defter.core.source.Quote;
import org.defter.core.source.SourceCommand;
import org.defter.core.source.SourceDescription;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.localstack.LocalStack;
import org.defter.query.BlankStack;
import org.defter.query.QueryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queue of proposed corrections, over events that went through Kafka and the projections. */
class ReviewQueueIT {

  private static final HttpClient READER = HttpClient.newHttpClient();
  private static final Instant MARCH = Instant.parse("2026-03-10T10:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-10T10:00:00Z");

  private static ConfigurableApplicationContext service;
  private static PublishingArchive archive;

  @BeforeAll
  static void tellTheCollectionAndWhatIsWrongWithIt() throws Exception {
    LocalStack stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    service =
        new SpringApplicationBuilder(QueryService.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers());
    List<Receipt> receipts = new ArrayList<>();
    receipts.add(new SampleCollection(archive).deposit());
    receipts.addAll(giveTheUnionAFonds());
    propose("C1", "maria", MARCH, "F2", members("58"), ReasonType.WRONG_ATTRIBUTION, "too many");
    propose("C2", "maria", APRIL, "F1", dated("1994-08"), ReasonType.WRONG_DATE, "the month");
    propose("C3", "nils", APRIL, "F1", dated("1995"), ReasonType.WRONG_DATE, null);
    propose("C4", "nils", APRIL, "F4", said("Forward"), ReasonType.OTHER, "a slip");
    receipts.add(
        archive.tell(
            "second",
            APRIL,
            new FactCommand.CorrectFact(
                new FactId("F2"),
                null,
                members("56"),
                new Reason(ReasonType.BETTER_SOURCE, null))));
    receipts.add(
        archive.tell(
            "second",
            APRIL.plusSeconds(60),
            new DeclineCorrection(new CorrectionId("C3"), "the diary has July")));
    receipts.add(
        archive.tell(
            "nils",
            APRIL.plusSeconds(60),
            new WithdrawCorrection(new CorrectionId("C4"), "I misread it")));
    assertThat(get("/api/v1/corrections?wait=60" + after(receipts)).statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    service.close();
    archive.close();
  }

  private static Receipt propose(
      String id,
      String actor,
      Instant at,
      String fact,
      Changes changes,
      ReasonType type,
      @Nullable String why) {
    Receipt receipt =
        archive.tell(
            actor,
            at,
            new ProposeCorrection(
                new CorrectionId(id), new FactId(fact), null, changes, new Reason(type, why)));
    assertThat(get("/api/v1/corrections/" + id + "?wait=60&after=" + receipt.token()).statusCode())
        .isEqualTo(200);
    return receipt;
  }

  private static Changes members(String amount) {
    return new Changes(null, null, new Quantity(amount, null, false), null, null, null, List.of());
  }

  private static Changes dated(String edtf) {
    return new Changes(null, null, null, null, new ValidTime(Edtf.parse(edtf)), null, List.of());
  }

  private static Changes said(String words) {
    return new Changes(
        null, null, new Value.Text(words, new LanguageTag("en")), null, null, null, List.of());
  }

  private static String after(List<Receipt> receipts) {
    StringBuilder parameters = new StringBuilder();
    receipts.forEach(receipt -> parameters.append("&after=").append(receipt.token()));
    return parameters.toString();
  }

  private static HttpResponse<String> get(String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    try {
      return READER.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          BodyHandlers.ofString(UTF_8));
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(path, failed);
    }
  }

  private static JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static List<String> queue(String parameters) {
    return json("/api/v1/corrections?" + parameters)
        .path("corrections")
        .valueStream()
        .map(line -> line.path("id").asString())
        .toList();
  }

  @Test
  void whatIsOpenStandsInTheQueueOldestFirst() {
    assertThat(queue("")).containsExactly("C1", "C2");
    assertThat(queue("order=newest")).containsExactly("C2", "C1");
    assertThat(queue("state=declined")).containsExactly("C3");
    assertThat(queue("state=withdrawn")).containsExactly("C4");
    assertThat(queue("state=all&order=oldest")).startsWith("C1", "C2", "C3", "C4");
  }

  @Test
  void theQueueFiltersByPropertySubjectFactProposerAndReason() {
    assertThat(queue("property=members")).containsExactly("C1");
    assertThat(queue("subject=heydar-aliyev")).containsExactly("C2");
    assertThat(queue("fact=F1&state=all")).containsExactly("C2", "C3");
    assertThat(queue("proposer=nils&state=all")).containsExactly("C3", "C4");
    assertThat(queue("reviewer=second&state=all")).containsExactly("C3");
    assertThat(queue("reason=wrong-date")).containsExactly("C2");
    assertThat(queue("source=minutes")).containsExactly("C1");
    assertThat(queue("q=too%20many")).containsExactly("C1");
    assertThat(queue("q=diary&state=all")).containsExactly("C3");
    assertThat(get("/api/v1/corrections?propertey=members").statusCode()).isEqualTo(400);
  }

  @Test
  void theQueueFiltersByCollectionWithEverythingBelowIt() {
    assertThat(queue("collection=union-papers")).containsExactly("C1");
    assertThat(queue("collection=minutes")).containsExactly("C1");
    assertThat(queue("collection=chronicle")).containsExactly("C1", "C2");
    assertThat(queue("collection=nowhere")).isEmpty();
  }

  @Test
  void theQueueFiltersByAge() {
    assertThat(queue("proposedTo=2026-03-31")).containsExactly("C1");
    assertThat(queue("proposedFrom=2026-04-01")).containsExactly("C2");
    long days = Duration.between(MARCH, Instant.now()).toDays();
    assertThat(queue("olderThan=P" + (days - 10) + "D")).containsExactly("C1");
    assertThat(queue("olderThan=P" + (days + 10) + "D")).isEmpty();
  }

  @Test
  void theQueueCountsByStatePropertyProposerAndReason() {
    JsonNode facets = json("/api/v1/corrections").path("facets");

    assertThat(facets.path("state").toString())
        .contains("{\"value\":\"proposed\",\"count\":2}", "{\"value\":\"declined\",\"count\":1}");
    assertThat(facets.path("proposer").toString()).isEqualTo("[{\"value\":\"maria\",\"count\":2}]");
    assertThat(facets.path("reason").toString())
        .contains("{\"value\":\"wrong-date\",\"count\":1}")
        .doesNotContain("other");
    assertThat(facets.path("property").size()).isEqualTo(2);
    assertThat(json("/api/v1/corrections").path("labels").path("property/members").asString())
        .isEqualTo("number of members");
  }

  @Test
  void theQueueIsPagedWithoutSkippingOrRepeating() {
    List<String> all = new ArrayList<>();
    String next = "/api/v1/corrections?state=proposed&state=declined&state=withdrawn&size=1";
    while (next != null) {
      HttpResponse<String> page = get(next);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      JsonMapper.shared()
          .readTree(page.body())
          .path("corrections")
          .forEach(line -> all.add(line.path("id").asString()));
      next =
          page.headers()
              .firstValue("Link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse(null);
    }
    assertThat(all).containsExactly("C1", "C2", "C3", "C4");
  }

  @Test
  void aProposalStandsBesideWhatTheFactSaidAndWhatItSaysNow() {
    JsonNode overtaken = json("/api/v1/corrections/C1");

    assertThat(overtaken.path("baseVersion").asInt()).isEqualTo(3);
    assertThat(overtaken.path("now").path("version").asInt()).isEqualTo(4);
    assertThat(overtaken.path("moved").asBoolean()).isTrue();
    JsonNode value = overtaken.path("fields").path(0);
    assertThat(value.path("field").asString()).isEqualTo("value");
    assertThat(value.path("base").path("amount").asString()).isEqualTo("57");
    assertThat(value.path("now").path("amount").asString()).isEqualTo("56");
    assertThat(value.path("proposed").path("amount").asString()).isEqualTo("58");
    assertThat(value.path("conflict").asBoolean()).isTrue();
    assertThat(json("/api/v1/corrections/C2").path("moved").asBoolean()).isFalse();
    assertThat(get("/api/v1/corrections/C9").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasClosedSaysByWhomAndWhy() {
    JsonNode declined = json("/api/v1/corrections/C3").path("outcome");
    JsonNode withdrawn = json("/api/v1/corrections/C4").path("outcome");

    assertThat(declined.path("reviewer").path("id").asString()).isEqualTo("second");
    assertThat(declined.path("because").asString()).isEqualTo("the diary has July");
    assertThat(withdrawn.path("because").asString()).isEqualTo("I misread it");
    assertThat(withdrawn.has("reviewer")).isFalse();
  }

  @Test
  void whoAcceptsFindsItOutOfTheQueueAndInTheHistoryOfTheFact() {
    Receipt proposed =
        propose("C5", "maria", APRIL, "F3", dated("1996"), ReasonType.WRONG_DATE, "next year");
    Receipt accepted =
        archive.tell(
            "second",
            APRIL.plusSeconds(90),
            new AcceptCorrection(new CorrectionId("C5"), null, null, "agreed"));
    Receipt corrected =
        archive.tell(
            "second",
            APRIL.plusSeconds(90),
            new FactCommand.CorrectFact(
                new FactId("F3"), null, dated("1996"), new Reason(ReasonType.WRONG_DATE, null)));

    String wait = "&wait=60" + after(List.of(proposed, accepted, corrected));
    assertThat(queue("fact=F3" + wait)).isEmpty();
    assertThat(queue("fact=F3&state=accepted")).containsExactly("C5");
    JsonNode outcome = json("/api/v1/corrections/C5").path("outcome");
    assertThat(outcome.path("factVersion").asInt()).isEqualTo(2);
    assertThat(outcome.path("because").asString()).isEqualTo("agreed");
    JsonNode versions = json("/api/v1/facts/F3/history").path("versions");
    assertThat(versions.path(1).path("correction").asString()).isEqualTo("C5");
    assertThat(versions.path(0).has("correction")).isFalse();
  }

  @Test
  void theQueueAndAProposalAreReadAsPages() {
    String queue = get("/corrections?proposer=maria").body();
    assertThat(queue)
        .contains("The Union", "number of members", "the fact has moved on", "too many")
        .contains("href=\"/corrections/C1\"", "/corrections?proposer=maria&amp;reason=wrong-date");
    facetsOf(queue).forEach(link -> assertThat(get(link).statusCode()).as(link).isEqualTo(200));
    String page = get("/corrections/C1").body();
    assertThat(page)
        .contains("Then (version 3)", "Now (version 4)", "changed by others too", ">58<");
    assertThat(get("/corrections/C3").body()).contains("the diary has July", "The second");
    assertThat(get("/corrections/C9").statusCode()).isEqualTo(404);
  }

  private static List<String> facetsOf(String page) {
    List<String> links =
        Pattern.compile("href=\"(/corrections\\?[^\"]*)\"")
            .matcher(page)
            .results()
            .map(link -> link.group(1).replace("&amp;", "&"))
            // Those lead to the same page in another language.
            .filter(link -> !link.contains("lang="))
            .toList();
    assertThat(links).hasSizeGreaterThan(6);
    return links;
  }

  @Test
  void tellsTheRuleThatASourceIsUnder() {
    JsonNode rule = json("/api/v1/sources/minutes/correction-rule");

    assertThat(rule.path("source").asString()).isEqualTo("union-papers");
    assertThat(rule.path("rule").path("direct").path("roles").path(0).asString())
        .isEqualTo("curator");
    assertThat(get("/api/v1/sources/chronicle/correction-rule").statusCode()).isEqualTo(404);
  }

  /** A fonds with the minutes of the union below it, which F2 cites too. */
  private static List<Receipt> giveTheUnionAFonds() {
    return List.of(
        deposit("union-papers", null, null),
        deposit("minutes", "union-papers", "Present: 57 members."),
        archive.tell(
            "first",
            MARCH,
            new SourceCommand.SetCorrectionRule(
                new SourceId("union-papers"),
                1L,
                new CorrectionRule(new People(List.of("curator"), List.of()), null))),
        archive.tell(
            "first",
            MARCH,
            new FactCommand.CiteSource(
                new FactId("F2"),
                null,
                new CitationDraft(
                    new SourceId("minutes"), null, Quote.of("57 members"), null, null))));
  }

  private static Receipt deposit(String id, @Nullable String parent, @Nullable String text) {
    return archive.tell(
        "first",
        MARCH,
        new SourceCommand.DepositSource(
            new SourceId(id),
            new SourceDescription(
                id,
                null,
                List.of(),
                null,
                List.of(),
                parent == null ? Level.FONDS : Level.ITEM,
                parent == null ? null : new SourceId(parent),
                Access.OPEN),
            text == null ? null : new SourceCommand.Reading(text, new LanguageTag("en"))));
  }
}
