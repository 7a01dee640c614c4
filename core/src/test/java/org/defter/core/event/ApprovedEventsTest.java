package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was stored once can be read for ever. The files are approved by people: they are never
 * written by a program, and a file of a published version is never changed.
 */
class ApprovedEventsTest {

  @ParameterizedTest
  @EnumSource
  void todaysEventWritesExactlyWhatIsApproved(EventType type) {
    assertThat(ArchiveJson.write(EventSamples.of(type))).isEqualTo(compact(approved(type)));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsApprovedReadsIntoExactlyTodaysEvent(EventType type) {
    assertThat(ArchiveJson.read(type, approved(type))).isEqualTo(EventSamples.of(type));
    assertThat(EventSamples.of(type).type()).isEqualTo(type);
  }

  @Test
  void everyApprovedFileIsOfAKnownType() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "events"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(EventType.values()).map(type -> type.typeName() + ".json").toList());
    }
  }

  /** The approved JSON of a type, as people read it. */
  static String approved(EventType type) {
    String name = "/events/" + type.typeName() + ".json";
    try (InputStream file = ApprovedEventsTest.class.getResourceAsStream(name)) {
      assertThat(file).as("approved JSON %s", name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same without white space between its parts; the order of the fields stays. */
  private static String compact(String json) {
    return ArchiveJson.mapper().readTree(json).toString();
  }
}
