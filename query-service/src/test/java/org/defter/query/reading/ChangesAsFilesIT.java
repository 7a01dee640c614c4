package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.defter.core.event.Receipt;
import org.defter.query.BlankStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail, filtered, as a file to take along. */
class ChangesAsFilesIT {

  /** More than one page of what the file is read from. */
  private static final int MANY = 250;

  private static PublishingArchive archive;
  private static RunningReaders readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    var stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    readers = new RunningReaders(stack);
    SampleCollection collection = new SampleCollection(archive);
    Receipt written = collection.deposit();
    for (int number = 0; number < MANY; number++) {
      written = collection.recordWords("M" + number, "union", "motto", "said " + number, "1991");
    }
    readers.awaitChanges(Math.toIntExact(archive.published()), written);
  }

  @AfterAll
  static void stop() {
    readers.close();
    archive.close();
  }

  @Test
  void writesEveryChangeOnceInTheOrderAskedForHoweverManyPagesThatIs() {
    List<String> newestFirst = lines("/api/v1/changes?format=csv");
    List<String> oldestFirst = lines("/api/v1/changes?format=csv&order=oldest");

    assertThat(newestFirst)
        .hasSize(Math.toIntExact(archive.published()) + 1)
        .doesNotHaveDuplicates();
    assertThat(oldestFirst.getFirst())
        .isEqualTo(
            "record_time,type,aggregate,version,actor,actor_name,actor_role,on_behalf_of,"
                + "reason_type,reason,changes,event_id,position");
    assertThat(oldestFirst.getFirst()).isEqualTo(newestFirst.getFirst());
    assertThat(oldestFirst.subList(1, oldestFirst.size()))
        .isEqualTo(newestFirst.subList(1, newestFirst.size()).reversed());
  }

  @Test
  void writesWhoDidWhatWhenAndWhyOfWhatIsAskedFor() {
    List<String> lines = lines("/api/v1/changes?format=csv&actor=second&of=fact/F2");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .startsWith(
            "2026-03-05T10:00:00Z,archive.fact.corrected.v1,fact/F2,2,second,The second,archivist,,"
                + "better-source,the union's own count,\"[{")
        .contains("\"\"field\"\":\"\"value\"\"");
  }

  @Test
  void writesJsonLinesThatAreWhatThePageLists() {
    String question = "/api/v1/changes?actor=second";
    List<JsonNode> lines =
        lines(question + "&format=jsonl").stream().map(JsonMapper.shared()::readTree).toList();

    assertThat(lines).hasSize(3);
    assertThat(lines).isEqualTo(readers.json(question).path("changes").valueStream().toList());
  }

  @Test
  void refusesAPageOfAFileAndAFormatThereIsNot() {
    for (String question : List.of("format=csv&size=5", "format=jsonl&cursor=x", "format=xls")) {
      HttpResponse<String> refused = readers.get("/api/v1/changes?" + question);
      assertThat(refused.statusCode()).as(question).isEqualTo(400);
    }
    assertThat(readers.json("/api/v1/changes?format=json&size=1").path("changes")).hasSize(1);
  }

  private static List<String> lines(String path) {
    HttpResponse<String> file = readers.get(path);
    assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("changes.");
    return file.body().lines().toList();
  }
}
