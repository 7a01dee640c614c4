package org.defter.query.reading;

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
import org.defter.core.fact.FactCommand.AbsorbFact;
import org.defter.core.fact.FactCommand.DeprecateFact;
import org.defter.core.fact.FactCommand.DisputeFact;
import org.defter.core.fact.FactCommand.MergeFact;
import org.defter.core.finding.FindingCommand.ReopenFinding;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.SubjectCommand.AbsorbSubject;
import org.defter.core.subject.SubjectCommand.MergeSubject;
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

/** The queues of contradictions and duplicates, over events that went through Kafka. */
class ContradictionsIT {

  private static final HttpClient READER = HttpClient.newHttpClient();
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private static LocalStack stack;
  private static ConfigurableApplicationContext service;
  private static PublishingArchive archive;
  private static Curator curator;

  @BeforeAll
  static void begin() throws Exception {
    stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    service = start();
    curator = new Curator(archive);
    curator.define("members", true);
    curator.define("offices", false);
    curator.subject("warm-up");
    curator.record("warm-1", "warm-up", "members", "1", null);
    assertThat(get("/api/v1/contradictions?wait=60&after=" + curator.newest()).statusCode())
        .isEqualTo(200);
  }

  private static ConfigurableApplicationContext start(String... further) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers()));
    settings.addAll(List.of(further));
    return new SpringApplicationBuilder(QueryService.class)
        .web(WebApplicationType.SERVLET)
        .run(settings.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    service.close();
    archive.close();
  }

  @Test
  void listsAContradictionWithinASecondAndDropsItWhenOneIsDeprecated() {
    curator.subject("guild");
    curator.record("guild-60", "guild", "members", "60", "2010/..");
    curator.record("guild-57", "guild", "members", "57", "2012/..");
    assertWithinASecond("contradictions?subject=guild", "certain guild-60 guild-57");

    curator.tell(new DisputeFact(new FactId("guild-60"), null, Curator.REASON));
    assertThat(pairs("contradictions?subject=guild&after=" + curator.newest()))
        .containsExactly("certain guild-57 guild-60");

    curator.tell(new DeprecateFact(new FactId("guild-60"), null, Curator.REASON));
    assertWithinASecond("contradictions?subject=guild");
  }

  @Test
  void dropsItWhenOneIsCorrectedAndListsItWhenItIsCorrectedBack() {
    curator.subject("choir");
    curator.record("choir-60", "choir", "members", "60", "2010/..");
    curator.record("choir-57", "choir", "members", "57", null);
    assertWithinASecond("contradictions?subject=choir", "possible choir-60 choir-57");

    curator.correct("choir-57", "60.0");
    assertWithinASecond("contradictions?subject=choir");
    assertThat(pairs("duplicates?subject=choir")).containsExactly("possible choir-60 choir-57");

    curator.correct("choir-57", "58");
    assertWithinASecond("contradictions?subject=choir", "possible choir-60 choir-57");
  }

  @Test
  void hidesWhatBothStandsUntilOneOfThemChangesOrItIsTakenBack() {
    curator.subject("crew");
    curator.record("crew-60", "crew", "members", "60", "2010/..");
    curator.record("crew-57", "crew", "members", "57", "2010/..");
    FindingId pair = FindingId.about(new FactId("crew-60"), new FactId("crew-57"));
    curator.letBothStand(pair, "crew-60", 1, "crew-57", 1);
    assertWithinASecond("contradictions?subject=crew");
    JsonNode decided = json("findings/" + pair.value());
    assertThat(decided.path("bothStand").asBoolean()).isTrue();
    assertThat(decided.at("/reason/text").asString()).isEqualTo("two ways to count");
    assertThat(decided.at("/facts/1/value/amount").asString()).isEqualTo("57");

    curator.tell(new DisputeFact(new FactId("crew-57"), null, Curator.REASON));
    assertThat(pairs("contradictions?subject=crew&after=" + curator.newest())).isEmpty();

    curator.correct("crew-57", "56");
    assertWithinASecond("contradictions?subject=crew", "certain crew-60 crew-57");

    curator.letBothStand(pair, "crew-60", 1, "crew-57", 3);
    assertWithinASecond("contradictions?subject=crew");

    curator.tell(new ReopenFinding(pair, 2L, Curator.REASON));
    assertWithinASecond("contradictions?subject=crew", "certain crew-60 crew-57");
    assertThat(get("/api/v1/findings/none").statusCode()).isEqualTo(404);
  }

  @Test
  void watchesAPropertyAsSoonAsItIsSaidToHoldOneValue() {
    curator.subject("mayor");
    curator.record("mayor-1", "mayor", "offices", "1", "2010/..");
    curator.record("mayor-2", "mayor", "offices", "2", "2010/..");
    assertThat(pairs("contradictions?subject=mayor&after=" + curator.newest())).isEmpty();

    curator.revise("offices", true);
    assertWithinASecond("contradictions?subject=mayor", "certain mayor-1 mayor-2");
    curator.revise("offices", false);
    assertWithinASecond("contradictions?subject=mayor");
  }

  @Test
  void takesMergedSubjectsForOne() {
    curator.subject("jeddah");
    curator.subject("jidda");
    curator.record("jeddah-1", "jeddah", "members", "1", "2010/..");
    curator.record("jidda-2", "jidda", "members", "2", "2010/..");
    curator.record("jidda-1", "jidda", "members", "1", "2010/..");
    assertThat(pairs("contradictions?subject=jeddah&after=" + curator.newest())).isEmpty();

    curator.tell(
        new AbsorbSubject(new SubjectId("jeddah"), new SubjectId("jidda"), Curator.REASON));
    curator.tell(
        new MergeSubject(new SubjectId("jidda"), null, new SubjectId("jeddah"), Curator.REASON));
    assertWithinASecond(
        "contradictions?subject=jeddah", "certain jidda-2 jidda-1", "certain jeddah-1 jidda-2");
    assertThat(pairs("contradictions?subject=jidda"))
        .isEqualTo(pairs("contradictions?subject=jeddah"));
    assertThat(pairs("duplicates?subject=jidda")).containsExactly("certain jeddah-1 jidda-1");
  }

  @Test
  void offersDuplicatesForMergingAndDropsThemWhenThatIsDone() {
    curator.subject("club");
    curator.record("club-a", "club", "offices", "3", null);
    curator.record("club-b", "club", "offices", "3", "2010");
    assertWithinASecond("duplicates?subject=club", "possible club-a club-b");
    JsonNode offer = json("duplicates?subject=club").at("/findings/0");
    assertThat(offer.at("/links/merge").asString()).isEqualTo("/api/v1/facts/club-b/merge");
    assertThat(offer.at("/links/into").asString()).isEqualTo("/api/v1/facts/club-a");

    curator.tell(new AbsorbFact(new FactId("club-a"), new FactId("club-b"), Curator.REASON));
    curator.tell(new MergeFact(new FactId("club-b"), null, new FactId("club-a"), Curator.REASON));
    assertWithinASecond("duplicates?subject=club");
  }

  @Test
  void filtersAndPages() {
    curator.subject("league");
    for (int each = 1; each <= 4; each++) {
      curator.record("league-" + each, "league", "members", "" + each, each < 3 ? "2010/.." : null);
    }
    List<String> all = pairs("contradictions?subject=league&after=" + curator.newest());
    assertThat(all).hasSize(6).startsWith("certain league-1 league-2");
    assertThat(pairs("contradictions?subject=league&grade=certain")).hasSize(1);
    assertThat(pairs("contradictions?subject=league&property=offices")).isEmpty();
    assertThat(pairs("contradictions?fact=league-4")).hasSize(3);
    assertThat(pairs("contradictions?subject=league&source=nowhere")).isEmpty();
    assertThat(get("/api/v1/contradictions?fact=none").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/contradictions?grade=sure").statusCode()).isEqualTo(400);

    List<String> paged = new ArrayList<>();
    String next = "/api/v1/contradictions?subject=league&size=4";
    while (next != null) {
      HttpResponse<String> page = get(next);
      paged.addAll(pairs(JsonMapper.shared().readTree(page.body())));
      next =
          page.headers()
              .firstValue("Link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse(null);
    }
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void showsBothQueuesAndAContestedFactOnPages() {
    curator.subject("band");
    curator.record("band-4", "band", "members", "4", "2010/..");
    curator.record("band-5", "band", "members", "5", "2010/..");
    curator.record("band-5-again", "band", "members", "5", "2010/..");

    assertThat(pairs("contradictions?subject=band&after=" + curator.newest())).hasSize(2);
    assertThat(get("/contradictions?subject=band").body())
        .contains("2 contradictions", "They contradict each other.");
    assertThat(get("/duplicates?subject=band").body()).contains("One pair of duplicates");
    assertThat(get("/facts/band-4").body()).contains("2 other facts say otherwise");
    assertThat(get("/facts/warm-1").body()).doesNotContain("say otherwise");
  }

  @Test
  void listsTheSameAsAServiceThatBeginsNow() {
    curator.subject("orchestra");
    curator.record("orchestra-1", "orchestra", "members", "1", "2010/..");
    curator.record("orchestra-2", "orchestra", "members", "2", "2010/2015");
    curator.record("orchestra-3", "orchestra", "members", "3", "2015/..");
    assertThat(pairs("contradictions?subject=orchestra&after=" + curator.newest())).hasSize(2);
    curator.correct("orchestra-1", "2");
    String after = "?size=200&after=" + curator.newest();
    List<String> contradictions = pairs("contradictions" + after);
    List<String> duplicates = pairs("duplicates" + after);
    assertThat(contradictions).contains("certain orchestra-3 orchestra-1");
    assertThat(duplicates).contains("possible orchestra-2 orchestra-1");
    try (ConfigurableApplicationContext another = start("--defter.projection.threads=0")) {
      assertThat(pairs(json(another, "contradictions?size=200"))).isEqualTo(contradictions);
      assertThat(pairs(json(another, "duplicates?size=200"))).isEqualTo(duplicates);
    }
  }

  /** From the moment Kafka has the event. */
  private static void assertWithinASecond(String queue, String... expected) {
    Instant began = Instant.now();
    List<String> found = pairs(queue);
    while (!found.equals(List.of(expected))
        && Duration.between(began, Instant.now()).compareTo(A_SECOND) < 0) {
      found = pairs(queue);
    }
    assertThat(found).as(queue).containsExactly(expected);
  }

  private static List<String> pairs(String queue) {
    return pairs(json(queue));
  }

  /** {@code <grade> <fact> <fact>} of each. */
  private static List<String> pairs(JsonNode page) {
    return page.path("findings")
        .valueStream()
        .map(pair ->
            pair.path("grade").asString()
                + " "
                + pair.at("/facts/0/id").asString()
                + " "
                + pair.at("/facts/1/id").asString())
        .toList();
  }

  private static JsonNode json(String path) {
    return json(service, path);
  }

  private static JsonNode json(ConfigurableApplicationContext from, String path) {
    HttpResponse<String> answer = get(from, "/api/v1/" + path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static HttpResponse<String> get(String path) {
    return get(service, path);
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext from, String path) {
    String port = from.getEnvironment().getProperty("local.server.port");
    try {
      return READER.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(path, failed);
    }
  }
}
