package org.defter.query.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.defter.core.event.Receipt;
import org.defter.core.id.FactId;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.query.BlankStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What researchers do with the search, over events that went through Kafka and the projections. */
class SearchingIT {

  /** Without what is written while somebody pages. */
  private static final String SAMPLE = "q=-subject:ledger";

  private static PublishingArchive archive;
  private static SampleCollection collection;
  private static RunningReaders readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    var stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    readers = new RunningReaders(stack);
    collection = new SampleCollection(archive);
    collection.deposit();
    collection.subject("ledger", SubjectKind.DOCUMENT, "en:The Ledger");
    collection.property("entry", Datatype.TEXT, "entry", "запись");
    readers.awaitChanges(
        20, collection.recordWords("F6", "union", "motto", "a motto of its own", "1991"));
  }

  @AfterAll
  static void stop() {
    readers.close();
    archive.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          Алиев союз                                  ; F1
          "визит Гейдара"                             ; F1
          "визит Алиева"                              ;
          "визит Алиева"~1                            ; F1
          subject:union AND property:motto            ; F4 F6
          subject:союз property:девиз                 ; F4 F6
          property:motto -script                      ; F6
          property:motto NOT script                   ; F6
          property:(visited OR held)                  ; F1 F3
          visited | held                              ; F1 F3
          (Алиев OR motto) -script                    ; F1 F6
          value:union                                 ; F1
          value:Союз                                  ; F1
          source:летопись subject:congress            ; F3
          source:chronicle subject:congress           ; F3
          actor:second                                ; F2
          actor:"the second"                          ; F2
          quote:государств                            ; F2
          qualifier:claimed-by id:F3                  ; F3
          qualifier:"claimed-by=the source" id:F1     ; F1
          reason:better-source                        ; F2
          reason:count                                ; F2
          госуд*                                      ; F2 F4
          государства*                                ; F2 F4
          subject:Гейд*                               ; F1
          id:F1 | id:F2                               ; F1 F2
          -id:F1 -id:F2 -id:F3 -property:entry        ; F4 F6
          """)
  void understandsTheLanguageOfQueries(String query, @Nullable String facts) {
    assertThat(RunningReaders.ids(readers.search(query)))
        .containsExactlyInAnyOrderElementsOf(
            facts == null ? List.of() : List.of(facts.split(" ", -1)));
    assertThat(readers.search(query).has("fuzzy")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(Баку", "titel:Баку", "Баку AND", "*аку", "Баку~7", "subject:"})
  void saysWhatToDoAboutAQueryItCannotRead(String query) {
    HttpResponse<String> answer =
        readers.get("/api/v1/search?q=" + URLEncoder.encode(query, UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/invalid-value", "\"field\":\"q\"");
  }

  @ParameterizedTest
  @CsvSource({
    "государсва, F2",
    "Гейдор, F1",
    "Hejdar, F1",
    "Congres, F3",
    "преглашению, F1",
  })
  void allowsForSlipsWhereNothingIsFoundWithout(String query, String fact) {
    JsonNode tolerant = readers.search(query);
    assertThat(tolerant.path("fuzzy").asBoolean()).isTrue();
    assertThat(RunningReaders.ids(tolerant)).contains(fact);

    JsonNode asked = readers.search(query + "~");
    assertThat(asked.has("fuzzy")).isFalse();
    assertThat(RunningReaders.ids(asked)).isEqualTo(RunningReaders.ids(tolerant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Алиев", "госуд*", "государсва", "\"визит Гейдара\""})
  void marksWhatItFoundInTheQuotes(String query) {
    assertThat(readers.search(query).findValues("match").stream().filter(JsonNode::asBoolean))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Aliy, Heydar Aliyev",
    "Əliyev, Heydər Əliyev",
    "elıyev, Heydər Əliyev",
    "Алиев, Гейдар Алиев",
    "علييف, Heydar Aliyev",
    "حيدر علييف, Heydar Aliyev",
    "гей ал, Гейдар Алиев",
  })
  void suggestsASubjectByItsNamesInAnyScript(String typed, String matched) {
    JsonNode first = suggested(typed, "en").getFirst();

    assertThat(first.path("what").asString()).isEqualTo("subject");
    assertThat(first.path("id").asString()).isEqualTo("heydar-aliyev");
    assertThat(first.path("kind").asString()).isEqualTo("person");
    assertThat(first.path("label").asString()).isEqualTo("Heydar Aliyev");
    assertThat(first.path("matched").asString()).isEqualTo(matched);
    assertThat(first.has("bySound")).isEqualTo(typed.contains("ع"));
  }

  @Test
  void suggestsPropertiesInTheReadersLanguage() {
    assertThat(suggested("чи", "ru").getFirst().path("label").asString()).isEqualTo("число членов");
    assertThat(suggested("мо", "ru")).isEmpty();
    assertThat(suggested("mo", "ru").getFirst().path("label").asString()).isEqualTo("девиз");
    assertThat(suggested("mo", "ru").getFirst().path("matched").asString()).isEqualTo("motto");
  }

  @Test
  void countsFacetsThatAddUp() {
    JsonNode answer = readers.json("/api/v1/facts");
    long total = answer.path("total").asLong();

    for (String name :
        List.of("subject", "property", "standing", "certainty", "datatype", "actor")) {
      JsonNode facet = answer.path("facets").path(name);
      long counted =
          facet.path("values").valueStream().mapToLong(value -> value.path("count").asLong()).sum();
      assertThat(counted + facet.path("other").asLong() + facet.path("none").asLong())
          .as(name)
          .isEqualTo(total);
    }
    assertThat(readers.json("/api/v1/facts?subject=union").at("/facets/subject").toString())
        .isEqualTo("{\"values\":[{\"value\":\"union\",\"count\":3}],\"other\":0,\"none\":0}");
  }

  @Test
  void countsInEveryStretchWhatCanHaveHeldInIt() {
    JsonNode timeline = readers.json("/api/v1/facts?" + SAMPLE).path("timeline");
    // 1990/.., 1991, 1994-07, 1995/.., 1996
    assertThat(timeline.path("interval").asString()).isEqualTo("year");
    assertThat(counts(timeline))
        .containsExactly("1990 1", "1991 2", "1992 1", "1993 1", "1994 2", "1995 2", "1996 3");
    assertThat(timeline.path("undated").asInt()).isZero();

    for (JsonNode stretch : timeline.path("stretches")) {
      String span =
          "validFrom="
              + stretch.path("from").asString()
              + "&validTo="
              + stretch.path("to").asString();
      assertThat(readers.json("/api/v1/facts?" + SAMPLE + "&" + span).path("total").asInt())
          .isEqualTo(stretch.path("count").asInt());
    }
    assertThat(readers.json("/api/v1/facts?property=visited").at("/timeline/interval").asString())
        .isEqualTo("day");
  }

  @Test
  void sortsAsAsked() {
    assertThat(sorted("subject")).containsExactly("F3", "F1", "F2", "F6", "F4");
    assertThat(sorted("property")).containsExactly("F3", "F2", "F6", "F4", "F1");
    assertThat(sorted("valid")).containsExactly("F2", "F6", "F1", "F3", "F4");
  }

  @Test
  void findsMoreLikeAFact() {
    JsonNode similar = readers.json("/api/v1/facts/F4/similar");

    assertThat(RunningReaders.ids(similar)).startsWith("F6").contains("F2").doesNotContain("F4");
    assertThat(RunningReaders.ids(readers.json("/api/v1/facts/F4/similar?knownAt=2026-03-04")))
        .contains("F5");
    assertThat(readers.get("/api/v1/facts/none/similar").statusCode()).isEqualTo(404);
  }

  @Test
  void givesAnyResultSetAsAFile() {
    HttpResponse<String> csv =
        readers.get("/api/v1/facts?sort=valid&" + SAMPLE, "Accept", "text/csv");
    List<String> lines = csv.body().lines().toList();

    assertThat(csv.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("text/csv;header=present;charset=utf-8");
    assertThat(lines.getFirst()).startsWith("id,version,standing,subject,subject_label,property,");
    assertThat(lines.stream().skip(1).map(line -> line.substring(0, 2)))
        .containsExactly("F2", "F6", "F1", "F3", "F4");
    assertThat(lines.get(1))
        .startsWith("F2,2,accepted,union,The Union,members,number of members,57,,quantity,");

    HttpResponse<String> jsonLines =
        readers.get("/api/v1/search?q=%D0%90%D0%BB%D0%B8%D0%B5%D0%B2&format=jsonl");
    JsonNode only = JsonMapper.shared().readTree(jsonLines.body());
    assertThat(only.path("id").asString()).isEqualTo("F1");
    assertThat(only.path("statement"))
        .isEqualTo(readers.json("/api/v1/facts/F1").path("statement"));

    assertThat(readers.get("/api/v1/facts?format=csv&size=5").statusCode()).isEqualTo(400);
    assertThat(readers.get("/api/v1/facts?format=xls").statusCode()).isEqualTo(400);
    assertThat(readers.get("/api/v1/facts", "Accept", "text/xml").statusCode()).isEqualTo(406);
    assertThat(readers.get("/api/v1/facts?format=csv&knownAt=2026-03-04").body()).contains("F5,1,");
  }

  /** What is newest comes first, and every change moves a fact there: the hardest order to page. */
  @Test
  void pagesThroughWhatWasThereWhileAWriterWrites() throws Exception {
    List<String> there = new ArrayList<>();
    Receipt written = null;
    for (int number = 0; number < 60; number++) {
      there.add("P" + number);
      written = entry("P" + number, "paged " + number);
      readers.json("/api/v1/facts?size=0&wait=30&after=" + written.token());
    }
    AtomicBoolean writing = new AtomicBoolean(true);
    CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> write(writing));
    List<String> paged = new ArrayList<>();
    String next = "/api/v1/search?q=value:paged&size=7&sort=recorded";
    while (next != null) {
      HttpResponse<String> page = readers.get(next);
      paged.addAll(RunningReaders.ids(JsonMapper.shared().readTree(page.body())));
      next = RunningReaders.next(page);
      Thread.sleep(300);
    }
    writing.set(false);
    assertThat(writer.get()).isGreaterThan(10);

    assertThat(paged).doesNotHaveDuplicates().containsAll(there);
    String file = readers.get("/api/v1/search?q=value:paged&format=jsonl").body();
    assertThat(file.lines()).hasSizeGreaterThan(60);
  }

  /** Changes facts from the oldest on, so that they move, and records new ones. */
  private static int write(AtomicBoolean writing) {
    int number = 0;
    while (writing.get()) {
      collection.say(new FactId("P" + number % 60), "paged again " + number);
      entry("N" + number, "paged new " + number);
      number++;
    }
    return number;
  }

  private static Receipt entry(String id, String words) {
    return collection.recordWords(id, "ledger", "entry", words, "1993");
  }

  private static List<JsonNode> suggested(String typed, String language) {
    return readers
        .json(
            "/api/v1/suggestions?q=" + URLEncoder.encode(typed, UTF_8), "Accept-Language", language)
        .path("suggestions")
        .valueStream()
        .toList();
  }

  private static Stream<String> counts(JsonNode timeline) {
    return timeline
        .path("stretches")
        .valueStream()
        .map(stretch -> stretch.path("label").asString() + " " + stretch.path("count").asInt());
  }

  private static List<String> sorted(String sort) {
    return RunningReaders.ids(readers.json("/api/v1/facts?" + SAMPLE + "&sort=" + sort));
  }
}
