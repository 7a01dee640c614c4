package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The essay gets a better reading. It is deposited once more for this, so that the facts that other
 * tests count stay as they are.
 */
final class SeedAsReread {
  private static final String SLIP = "14 марта. 2008";
  private static final String MENDED = "14 марта 2008";

  private static final Shell SHELL = Archive.shell();

  static void depositsTheEssayAndCitesItsLookalikes() {
    SHELL.command(
        "subjects",
        0,
        "{\"id\": \"reread\", \"names\": [{\"text\": \"R\", \"language\": \"en\"}]}");
    SHELL.run(
        """
        curl -s --fail "$ARCHIVE/api/v1/properties/reread-note" -X PUT -H "Authorization: Bearer $ANN" \\
          --json '{"labels": [{"text": "note", "language": "en"}], "datatype": "text"}'
        """);
    send(
        "POST",
        "sources",
        0,
        "{\"id\": \"reread\", \"title\": \"E\", \"transcription\": {\"language\": \"ru\", \"text\": %s}}"
            .formatted(JsonMapper.shared().writeValueAsString(essay())));
    for (int paragraph : List.of(17, 19)) {
      cite("reread-%d-date".formatted(paragraph), paragraph, SLIP);
      cite("reread-%d-title".formatted(paragraph), paragraph, "решающую роль в принятии резолюции");
    }
  }

  static void question14TheCitationsOfParagraph17PointAtTheRightWordsAfterItsSlipIsMended() {
    send(
        "PUT",
        "sources/reread/transcription",
        1,
        "{\"reason\": {\"type\": \"transcription-error\", \"text\": \"a slip of the pen\"}, \"language\": \"ru\", \"text\": %s}"
            .formatted(JsonMapper.shared().writeValueAsString(essay().replace(SLIP, MENDED))));

    for (int paragraph : List.of(17, 19)) {
      assertFollowed("reread-%d-date".formatted(paragraph), paragraph, SLIP, MENDED);
      String words = "решающую роль в принятии резолюции";
      assertFollowed("reread-%d-title".formatted(paragraph), paragraph, words, words);
    }
    assertThat(
            SHELL
                .answer("curl -s \"$ARCHIVE/api/v1/unanchored-citations?source=reread\"")
                .path("citations"))
        .isEmpty();
  }

  private static void assertFollowed(String fact, int paragraph, String before, String now) {
    JsonNode versions = secondVersionOf(fact);
    JsonNode old = versions.at("/0/statement/citations/0/passage");
    JsonNode moved = versions.at("/1/statement/citations/0/passage");

    assertThat(versions.at("/1/type").asString()).isEqualTo("archive.fact.citation-reanchored.v1");
    assertThat(versions.at("/1/actor/id").asString()).isEqualTo("defter-anchoring");
    assertThat(versions.at("/1/onBehalfOf/id").asString()).isEqualTo("ann");
    assertThat(moved.path("exact").asString()).isEqualTo(now);
    assertThat(moved.path("paragraph").asInt()).isEqualTo(paragraph);
    assertThat(moved.path("revision").asInt()).isEqualTo(2);
    assertThat(old.path("exact").asString()).isEqualTo(before);
    assertThat(old.path("revision").asInt()).isEqualTo(1);
    assertThat(words(old)).isEqualTo(before);
    assertThat(words(moved)).isEqualTo(now);
  }

  /** What stands in the source at the offsets of a passage. */
  private static String words(JsonNode passage) {
    String text =
        SHELL
            .answer(
                "curl -s \"$ARCHIVE/api/v1/sources/reread/transcription?revision=%d\""
                    .formatted(passage.path("revision").asInt()))
            .path("text")
            .asString();
    return text.substring(
        text.offsetByCodePoints(0, passage.path("start").asInt()),
        text.offsetByCodePoints(0, passage.path("end").asInt()));
  }

  /** The history of a fact once the citations have followed, which takes a moment. */
  private static JsonNode secondVersionOf(String fact) {
    String line =
        """
        for second in $(seq 60); do
          curl -s "$ARCHIVE/api/v1/facts/%s/history" | grep -q '"version":2' && break
          sleep 0.5
        done
        curl -s "$ARCHIVE/api/v1/facts/%s/history"
        """
            .formatted(fact, fact);
    return SHELL.answer(line).path("versions");
  }

  private static void cite(String id, int paragraph, String words) {
    String recorded =
        SHELL.command(
            "facts",
            0,
            """
            {"id": "%s", "subject": "reread", "property": "reread-note",
             "value": {"type": "text", "text": "%s", "language": "en"},
             "citations": [{"source": "reread", "quote": {"exact": "%s", "paragraph": %d}}]}
            """
                .formatted(id, id, words, paragraph));
    SHELL.answer("curl -s \"$ARCHIVE/api/v1/facts/%s?after=%s\"".formatted(id, recorded));
  }

  /** By way of a file: a transcription is too long for a line. */
  private static void send(String method, String path, int version, String body) {
    try {
      Path file = Files.createTempFile("body", ".json");
      Files.writeString(file, body);
      SHELL.answer(
          """
          curl -s -X %s "$ARCHIVE/api/v1/%s" -H "Authorization: Bearer $ANN" -H 'If-Match: "%d"' --json @%s
          """
              .formatted(method, path, version, file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String essay() {
    try (Stream<Path> files = Files.list(Seed.folder())) {
      Path essay =
          files
              .filter(file -> file.getFileName().toString().startsWith("000_"))
              .findFirst()
              .orElseThrow();
      return Files.readString(essay);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
