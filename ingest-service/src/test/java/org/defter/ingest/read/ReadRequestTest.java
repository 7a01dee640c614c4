package org.defter.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRequestTest {

  @Test
  void asksForEverythingNewestFirstWhenNothingIsGiven() {
    ReadRequest all = ReadRequest.of(Map.of());

    assertThat(all.sources()).isEmpty();
    assertThat(all.actors()).isEmpty();
    assertThat(all.before()).isNull();
    assertThat(all.size()).isEqualTo(50);
  }

  @Test
  void takesSeveralSourcesAndLeavesEmptyOnesOut() {
    assertThat(ReadRequest.of(Map.of("source", new String[] {"a", " ", "b"})).sources())
        .containsExactly("a", "b");
  }

  @Test
  void takesADateAsAllOfThatDay() {
    ReadRequest day = ReadRequest.of(given("from", "2026-03-01", "to", "2026-03-01"));

    assertThat(day.from()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(day.to()).isEqualTo(Instant.parse("2026-03-01T23:59:59.999Z"));
  }

  @Test
  void takesAnInstantWithItsOffset() {
    assertThat(ReadRequest.of(given("to", "2026-03-01T12:00:00+04:00")).to())
        .isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "sources, a",
    "from, yesterday",
    "from, 2026-02-30",
    "from, 0000-12-31",
    "to, 9999-01-01",
    "to, 2026-03-01T12:00:00",
    "cursor, next",
    "cursor, -1",
    "size, 0",
    "size, 201"
  })
  void refusesWhatMakesNoSenseByItsName(String name, String value) {
    assertThatThrownBy(() -> ReadRequest.of(given(name, value)))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo(name));
  }

  @Test
  void refusesTwoBeginnings() {
    Map<String, String[]> twice = Map.of("from", new String[] {"2026-03-01", "2026-03-02"});

    assertThatThrownBy(() -> ReadRequest.of(twice)).isInstanceOf(InvalidValue.class);
  }

  private static Map<String, String[]> given(String... namesAndValues) {
    Map<String, String[]> given = new HashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      given.put(namesAndValues[at], new String[] {namesAndValues[at + 1]});
    }
    return given;
  }
}
