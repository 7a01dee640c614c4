package org.defter.query.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownAtTest {

  @Test
  void writesTheMillisecondsOfAWholeSecond() {
    assertThat(KnownAt.text(Instant.parse("2026-01-01T13:00:03Z")))
        .isEqualTo("2026-01-01T13:00:03.000Z");
  }

  @Test
  void cutsWhatIsFinerThanAMillisecond() {
    assertThat(KnownAt.text(Instant.parse("2026-01-01T13:00:03.123999Z")))
        .isEqualTo("2026-01-01T13:00:03.123Z");
  }

  @Test
  void asksForVersionsThatHadBegunAndHadNotEnded() {
    assertThat(KnownAt.query(Instant.parse("2026-01-01T00:00:00Z")).toString())
        .contains("\"filter\":[{\"range\":{\"changedAt\":{\"lte\":\"2026-01-01T00:00:00.000Z\"}}}]")
        .contains(
            "\"must_not\":[{\"range\":{\"knownTo\":{\"lte\":\"2026-01-01T00:00:00.000Z\"}}}]");
  }
}
