package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.defter.core.event.ArchiveJson;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/**
 * The documents of cyberphone/json-canonicalization and the numbers of RFC 8785, appendix B, in
 * tables of our own. One number of theirs is not exact, and is refused here.
 */
class CanonicalJsonTest {

  record Case(String name, String input, String canonical) {}

  static List<Case> documents() throws IOException {
    try (InputStream table = CanonicalJsonTest.class.getResourceAsStream("/log/canonical.json")) {
      return ArchiveJson.mapper()
          .readValue(Objects.requireNonNull(table), new TypeReference<List<Case>>() {});
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void writesADocumentAsOthersDo(Case document) {
    assertThat(CanonicalJson.of(document.input())).isEqualTo(document.canonical());
    assertThat(CanonicalJson.of(document.canonical())).isEqualTo(document.canonical());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/log/numbers.csv", useHeadersInDisplayName = true)
  void writesANumberAsTheStandardDoes(String ieee754, String canonical) {
    double number = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(ieee754));

    assertThat(CanonicalNumber.of(number)).isEqualTo(canonical);
    assertThat(CanonicalNumber.of(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "-0, 0",
    "-0.0, 0",
    "40.0, 40",
    "1E2, 100",
    "0.10, 0.1",
    "123456789012345, 123456789012345",
    "1234567890123456, 1234567890123456",
    "2E-7, 2e-7",
    "0.000001, 0.000001",
    "4.9E-5, 0.000049",
  })
  void keepsANumber(String literal, String canonical) {
    assertThat(CanonicalJson.of(literal)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "333333333.33333329",
        "9007199254740993",
        "1e400",
        "-1e400",
        "1e-400",
        "0.1000000000000000055511151231257827",
        "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":1,\"\\u0062\":2}}",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud83d\":1}",
        "",
        "{",
        "[1,]",
        "{} {}",
        "01",
        "NaN",
        "'a'",
        "// a\n1",
        "nul",
        "\"a\nb\"",
      })
  void refusesWhatItWouldLose(String json) {
    assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void knowsItsOwnSpelling() {
    assertThat(CanonicalJson.text("{\"a\":[1,\"é\"]}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("{\"a\":[1,\"é\"]}");
    for (String other :
        List.of("{\"a\": 1}", "{\"b\":1,\"a\":2}", "\"\\u00e9\"", "1.0", "\uFEFF1")) {
      assertThatThrownBy(() -> CanonicalJson.text(other.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(InvalidValue.class);
    }
    assertThatThrownBy(() -> CanonicalJson.text(new byte[] {'"', (byte) 0xFF, '"'}))
        .isInstanceOf(InvalidValue.class);
  }
}
