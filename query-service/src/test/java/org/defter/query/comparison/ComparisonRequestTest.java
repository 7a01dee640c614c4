package org.defter.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.defter.query.request.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ComparisonRequestTest {

  @Test
  void comparesTheEndsOfTwoDays() {
    ComparisonRequest asked = request("from", "2026-03-01", "to", "2026-03-02", "subject", "oic");

    assertThat(asked.from()).isEqualTo(Instant.parse("2026-03-01T23:59:59.999Z"));
    assertThat(asked.to()).isEqualTo(Instant.parse("2026-03-02T23:59:59.999Z"));
    assertThat(asked.criteria().subjects()).containsExactly("oic");
    assertThat(asked.criteria().knownAt()).isNull();
  }

  @Test
  void refusesASecondTimeThatIsNotLater() {
    assertThatThrownBy(() -> request("from", "2026-03-01", "to", "2026-03-01"))
        .hasMessageContaining("later than 'from'");
  }

  @Test
  void asksForBothTimes() {
    assertThatThrownBy(() -> request("to", "2026-03-01")).hasMessageContaining("which two states");
  }

  @Test
  void refusesWhatMeansNothingInAComparison() {
    assertThatThrownBy(
            () -> request("from", "2026-03-01", "to", "2026-03-02", "knownAt", "2026-03-01"))
        .hasMessageContaining("means nothing here");
  }

  @Test
  void goesOnOnlyWithTheSameQuestion() {
    assertThat(request("from", "2026-03-01", "to", "2026-03-02", "size", "5").digest())
        .isEqualTo(request("from", "2026-03-01", "to", "2026-03-02").digest())
        .isNotEqualTo(request("from", "2026-03-01", "to", "2026-03-03").digest());
  }

  private static ComparisonRequest request(String... parameters) {
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    for (int at = 0; at < parameters.length; at += 2) {
      values.add(parameters[at], parameters[at + 1]);
    }
    return ComparisonRequest.of(new Parameters(values));
  }
}
