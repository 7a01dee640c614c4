package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.defter.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Each process in turn is killed (SIGKILL) in the middle of an import of 20,000 facts, then {@code
 * up} heals the stack. What was accepted is in the store, on the topic and in the indexes, once.
 */
class KilledInTheMiddleIT {

  private static final int FACTS = 20_000;
  private static final int FACTS_A_PARAGRAPH = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  void keepsEveryAcceptedCommandOnceThoughEachProcessIsKilled() throws Exception {
    Archivist archivist = Archivist.atWork();
    List<String> killedAt = new ArrayList<>();
    for (Part part : Part.values()) {
      String prefix = part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      Path table = writeCollection(prefix);
      long before = facts(prefix);
      CompletableFuture<Void> importing =
          CompletableFuture.runAsync(() -> importUntilAllIsIn(prefix, table));
      awaitMoreThan(prefix, before + FACTS / 10);
      Archive.stack().kill(part);
      long in = factsOnceTheStoreAnswers(prefix, part);
      killedAt.add(part + " at " + in);
      assertThat(in).as("%s was killed in the middle", part).isLessThan(FACTS);
      Archive.stack().up(EnumSet.allOf(Part.class));
      importing.get(PATIENCE.toMinutes(), java.util.concurrent.TimeUnit.MINUTES);
      assertThat(facts(prefix)).isEqualTo(FACTS);
    }
    List<String> accepted = archivist.stop();
    System.out.printf(
        "killed: %s; %d single commands accepted meanwhile%n", killedAt, accepted.size());

    awaitAllProjected();
    assertThat(accepted).isNotEmpty();
    assertThat(Archive.stored("SELECT event_identifier FROM domain_event_entry"))
        .containsAll(accepted);
    theStoreHasNoGaps();
    theTopicHoldsWhatTheStoreHolds();
    theIndexesHoldWhatTheStoreHolds();
  }

  /** One source and a table of facts in it: every line of the source says a hundred numbers. */
  private Path writeCollection(String prefix) throws IOException {
    StringBuilder text = new StringBuilder();
    StringBuilder table = new StringBuilder("id,paragraph,quote,subject,property,value,datatype\n");
    for (int number = 0; number < FACTS; number++) {
      text.append("ship %d carried %d tons".formatted(number, number * 7));
      text.append((number + 1) % FACTS_A_PARAGRAPH == 0 ? ".\n\n" : "; ");
      table.append(
          "%s-%d,%d,ship %d carried %d tons,%s-port-%d,tons of ship,%d,quantity\n"
              .formatted(
                  prefix,
                  number,
                  number / FACTS_A_PARAGRAPH + 1,
                  number,
                  number * 7,
                  prefix,
                  number % 50,
                  number * 7));
    }
    Files.writeString(folder.resolve(prefix + ".txt"), text, StandardCharsets.UTF_8);
    return Files.writeString(folder.resolve(prefix + ".csv"), table, StandardCharsets.UTF_8);
  }

  /** As the message of a cut-off import says: send the same file again. */
  private void importUntilAllIsIn(String prefix, Path table) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String line =
        "defter import '%s' --source '%s' --source-id %s-log --language en || true"
            .formatted(table, folder.resolve(prefix + ".txt"), prefix);
    while (true) {
      String report = Archive.shell().run(line);
      if (report.matches("(?s).*\\nerrors +0\\n.*") && !report.contains("the import failed")) {
        return;
      }
      assertThat(System.nanoTime()).as(report).isLessThan(end);
    }
  }

  private static void awaitMoreThan(String prefix, long rows) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (facts(prefix) <= rows) {
      assertThat(System.nanoTime()).as("the import of %s moves on", prefix).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static long factsOnceTheStoreAnswers(String prefix, Part killed) throws Exception {
    if (killed == Part.POSTGRESQL) {
      Archive.stack().up(EnumSet.of(Part.POSTGRESQL));
    }
    return facts(prefix);
  }

  private static long facts(String prefix) throws Exception {
    return Long.parseLong(
        Archive.stored(
                "SELECT count(DISTINCT aggregate_identifier) FROM domain_event_entry"
                    + " WHERE aggregate_identifier LIKE 'fact/"
                    + prefix
                    + "-%'")
            .getFirst());
  }

  private static void awaitAllProjected() throws Exception {
    long stored = stored("SELECT count(*) FROM domain_event_entry");
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode status;
    do {
      Thread.sleep(500);
      status = Archive.shell().answer("curl -s \"$ARCHIVE/api/v1/status\"");
      assertThat(System.nanoTime()).as("projected: %s", status).isLessThan(end);
    } while (status.at("/documents/events").asLong() < stored);
  }

  private static long stored(String sql) throws Exception {
    return Long.parseLong(Archive.stored(sql).getFirst());
  }

  private static void theStoreHasNoGaps() throws Exception {
    assertThat(
            Archive.stored(
                "SELECT aggregate_identifier FROM domain_event_entry GROUP BY 1"
                    + " HAVING count(*) <> max(sequence_number) + 1"))
        .isEmpty();
  }

  private static void theTopicHoldsWhatTheStoreHolds() throws Exception {
    List<ConsumerRecord<String, String>> records = topic();
    List<String> ids = records.stream().map(record -> header(record, "ce_id")).toList();
    Map<String, List<Long>> versions = new TreeMap<>();
    records.forEach(record ->
        versions
            .computeIfAbsent(record.key(), _ -> new ArrayList<>())
            .add(Long.parseLong(header(record, "ce_version"))));

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(new HashSet<>(ids))
        .isEqualTo(
            new HashSet<>(Archive.stored("SELECT event_identifier FROM domain_event_entry")));
    assertThat(versions.values())
        .allSatisfy(list -> {
          for (int at = 0; at < list.size(); at++) {
            assertThat(list.get(at)).isEqualTo(at + 1L);
          }
        });
  }

  private static void theIndexesHoldWhatTheStoreHolds() throws Exception {
    JsonNode documents =
        Archive.shell().answer("curl -s \"$ARCHIVE/api/v1/status\"").path("documents");
    assertThat(documents.path("events").asLong())
        .isEqualTo(stored("SELECT count(*) FROM domain_event_entry"));
    assertThat(documents.path("facts").asLong())
        .isEqualTo(
            stored(
                "SELECT count(DISTINCT aggregate_identifier) FROM domain_event_entry"
                    + " WHERE payload_type LIKE 'archive.fact.%'"));
    assertThat(documents.path("fact-versions").asLong())
        .isEqualTo(
            stored(
                "SELECT count(*) FROM domain_event_entry WHERE payload_type LIKE 'archive.fact.%'"));
    assertThat(documents.path("subjects").asLong())
        .isEqualTo(
            stored(
                "SELECT count(DISTINCT aggregate_identifier) FROM domain_event_entry"
                    + " WHERE payload_type LIKE 'archive.subject.%'"));
  }

  private static List<ConsumerRecord<String, String>> topic() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            Archive.stack().kafkaBootstrapServers(),
            "enable.auto.commit",
            false);
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("archive.events").stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .collect(Collectors.toList());
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
