package org.defter.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RateLimitTest {

  @Test
  void letsEachDoItSoManyTimes() {
    RateLimit limit = new RateLimit(2);
    limit.count("ann");
    limit.count("ann");

    assertThatExceptionOfType(TooOften.class)
        .isThrownBy(() -> limit.count("ann"))
        .satisfies(refused ->
            org.assertj.core.api.Assertions.assertThat(Integer.parseInt(refused.retryAfter()))
                .isBetween(1, 31));
    assertThatCode(() -> limit.count("bob")).doesNotThrowAnyException();
  }

  @Test
  void letsEverybodyWhereThereIsNone() {
    RateLimit none = new RateLimit(0);

    assertThatCode(
            () -> {
              for (int at = 0; at < 1000; at++) {
                none.count("ann");
              }
            })
        .doesNotThrowAnyException();
  }
}
