package org.defter.query.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.defter.core.ArchiveCommand;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.Receipt;
import org.defter.core.fact.FactCommand;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;
import org.defter.localstack.LocalStack;
import org.defter.query.BlankStack;
import org.defter.query.GeneratedDates;
import org.defter.query.QueryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two hundred facts with dates of every kind, through Kafka and Elasticsearch, asked over HTTP. */
class DatesIT {

  private static final HttpClient READER = HttpClient.newHttpClient();
  private static final LanguageTag EN = new LanguageTag("en");
  private static final GeneratedDates GENERATED = new GeneratedDates(1917);
  private static final Map<String, Edtf> DATES = new TreeMap<>();
  private static ConfigurableApplicationContext service;
  private static PublishingArchive archive;

  @BeforeAll
  static void recordADateOfEveryKind() throws Exception {
    LocalStack stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    service =
        new SpringApplicationBuilder(QueryService.class)
            .run(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers());
    DATES.put("ides", Edtf.parse("julian:-0043-03-15"));
    DATES.put("winter-palace", Edtf.parse("julian:1917-10-25"));
    DATES.put("far-ahead", Edtf.parse("Y12000"));
    DATES.put("far-back", Edtf.parse("Y-17E7"));
    DATES.put("beyond", Edtf.parse("Y17E8"));
    List<Edtf> generated = GENERATED.take(195);
    for (int at = 0; at < generated.size(); at++) {
      DATES.put("d%03d".formatted(at), generated.get(at));
    }
    record();
    for (int tries = 0; tries < 200 && found("").size() < DATES.size(); tries++) {
      Thread.sleep(100);
    }
  }

  private static void record() {
    tell(
        new SubjectCommand.RegisterSubject(
            new SubjectId("thing"),
            SubjectKind.CONCEPT,
            List.of(new Name("Thing", EN, null)),
            List.of()));
    tell(
        new PropertyCommand.DefineProperty(
            new PropertyId("was"),
            new PropertyDefinition(List.of(new Label("was", EN)), Datatype.TEXT, false, null)));
    DATES.forEach((id, date) ->
        tell(
            new FactCommand.RecordFact(
                new FactId(id),
                new FactCommand.Draft(
                    new SubjectId("thing"),
                    new PropertyId("was"),
                    new Value.Text("there", EN),
                    List.of(),
                    date,
                    null,
                    List.of(),
                    "made up"))));
  }

  private static Receipt tell(ArchiveCommand command) {
    return archive.tell("tester", SampleCollection.BEGUN, command);
  }

  @AfterAll
  static void stop() {
    service.close();
    archive.close();
  }

  @Test
  void answersEveryQuestionAboutEveryDateAsTheDateItselfDoes() {
    assertThat(found("")).hasSameSizeAs(DATES.keySet());
    for (int turn = 0; turn < 40; turn++) {
      LocalDate one = turn % 7 == 0 ? null : writable(GENERATED.day());
      LocalDate other = turn % 5 == 0 ? null : writable(GENERATED.day());
      if (one == null && other == null) {
        continue;
      }
      boolean swapped = one != null && other != null && one.isAfter(other);
      asksAll(swapped ? other : one, swapped ? one : other);
    }
  }

  private static @Nullable LocalDate writable(LocalDate day) {
    return Math.abs(day.getYear()) > 9999 ? null : day;
  }

  private static void asksAll(@Nullable LocalDate from, @Nullable LocalDate to) {
    String asked =
        (from == null ? "" : "&validFrom=" + from) + (to == null ? "" : "&validTo=" + to);
    assertThat(found(asked))
        .as("possibly " + asked)
        .containsExactlyInAnyOrderElementsOf(expected(d -> d.possiblyOverlaps(from, to)));
    assertThat(found(asked + "&valid=certainly"))
        .as("certainly " + asked)
        .containsExactlyInAnyOrderElementsOf(expected(d -> d.certainlyOverlaps(from, to)));
    assertThat(found(asked + "&valid=possibly-within"))
        .as("possibly within " + asked)
        .containsExactlyInAnyOrderElementsOf(expected(d -> d.possiblyWithin(from, to)));
    assertThat(found(asked + "&valid=certainly-within"))
        .as("certainly within " + asked)
        .containsExactlyInAnyOrderElementsOf(expected(d -> d.certainlyWithin(from, to)));
  }

  private static List<String> expected(Predicate<Edtf> asked) {
    List<String> expected = new ArrayList<>();
    DATES.forEach((id, date) -> {
      if (asked.test(date)) {
        expected.add(id);
      }
    });
    return expected;
  }

  @Test
  void findsJulianDatesByTheDaysTheyWereInEitherCalendar() {
    String within = "&valid=certainly-within";
    assertThat(found("&validAt=1917-11-07" + within)).containsExactly("winter-palace");
    assertThat(found("&validAt=julian:1917-10-25" + within)).containsExactly("winter-palace");
    assertThat(found("&validAt=1917-10-25" + within)).isEmpty();
    assertThat(found("&validAt=julian:-0043-03-15" + within)).contains("ides");
    assertThat(found("&validAt=-0043-03-13" + within)).containsExactly("ides");
  }

  @Test
  void findsAndOrdersYearsBeforeTheFirstAndAfterTheLastOfFourDigits() {
    String within = "&valid=certainly-within";
    assertThat(found("&validAt=Y12000" + within)).contains("far-ahead");
    assertThat(found("&validFrom=Y11999&validTo=Y12001" + within)).contains("far-ahead");
    assertThat(found("&validFrom=9999&validTo=Y11999" + within)).doesNotContain("far-ahead");
    assertThat(found("&validTo=Y-1E8" + within)).contains("far-back").doesNotContain("ides");
    assertThat(found("&validFrom=Y19E7" + within)).contains("beyond").doesNotContain("far-ahead");
    assertThat(found("&validFrom=Y17E8&valid=possibly")).contains("beyond");
    List<String> ordered = found("&validFrom=../..&sort=valid");
    assertThat(ordered.indexOf("far-back")).isLessThan(ordered.indexOf("ides"));
    assertThat(ordered.indexOf("ides")).isLessThan(ordered.indexOf("winter-palace"));
    assertThat(ordered.indexOf("winter-palace")).isLessThan(ordered.indexOf("far-ahead"));
    assertThat(ordered.indexOf("far-ahead")).isLessThan(ordered.indexOf("beyond"));
  }

  @Test
  void keepsADateAsItWasWritten() {
    DATES.forEach((id, date) ->
        assertThat(json("/api/v1/facts/" + id).path("statement").path("valid").asString())
            .isEqualTo(date.text()));
  }

  @Test
  void saysADateInTheReadersLanguage() {
    String path = "/api/v1/facts/winter-palace";
    assertThat(json(path).path("validWords").asString())
        .isEqualTo("25 October 1917 (Julian calendar; 7 November 1917 in the Gregorian)");
    assertThat(json(path, "Accept-Language", "ru").path("validWords").asString())
        .startsWith("25 октября 1917 года (юлианский календарь");
    JsonNode found = json("/api/v1/search?validAt=Y12000&size=200", "Accept-Language", "az, en");
    assertThat(found.path("facts").valueStream().map(fact -> fact.path("validWords").asString()))
        .contains("12.000-ci il");
    assertThat(body("/facts/winter-palace", "Accept-Language", "ru"))
        .contains("<span lang=\"ru\">25 октября 1917 года", ">julian:1917-10-25</span>");
    assertThat(body("/?validAt=Y12000&size=200", "Accept-Language", "az"))
        .contains("<span lang=\"az\" title=\"Y12000\">12.000-ci il</span>");
  }

  private static List<String> found(String asked) {
    StringBuilder path = new StringBuilder("/api/v1/facts?size=200");
    for (String parameter : asked.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        path.append('&')
            .append(parameter, 0, equals + 1)
            .append(URLEncoder.encode(parameter.substring(equals + 1), UTF_8));
      }
    }
    JsonNode answer = json(path.toString());
    return answer.required("facts").valueStream().map(fact -> fact.path("id").asString()).toList();
  }

  private static JsonNode json(String path, String... headers) {
    return JsonMapper.shared().readTree(body(path, headers));
  }

  private static String body(String path, String... headers) {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return READER.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(path, failed);
    }
  }
}
