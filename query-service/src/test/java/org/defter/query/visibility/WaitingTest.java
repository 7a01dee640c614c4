package org.defter.query.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private final List<Long> pausesMillis = new ArrayList<>();
  private long nanos;
  private int asked;
  private final Waiting waiting =
      new Waiting(
          new Waiting.Ticker() {
            @Override
            public long nanos() {
              return nanos;
            }

            @Override
            public void pause(Duration length) {
              pausesMillis.add(length.toMillis());
              nanos += length.toNanos();
            }
          });

  @Test
  void answersAtOnceWhenThereIsNothingToWaitFor() {
    assertThat(waiting.until(() -> true, Duration.ZERO)).isTrue();
    assertThat(pausesMillis).isEmpty();
  }

  @Test
  void asksLessAndLessOften() {
    assertThat(waiting.until(() -> ++asked == 9, Duration.ofSeconds(10))).isTrue();
    assertThat(pausesMillis).containsExactly(10L, 15L, 22L, 33L, 50L, 75L, 100L, 100L);
  }

  @Test
  void givesUpExactlyWhenThePatienceEnds() {
    assertThat(waiting.until(() -> false, Duration.ofMillis(40))).isFalse();
    assertThat(pausesMillis).containsExactly(10L, 15L, 15L);
  }

  @Test
  void asksOnceWithoutAnyPatience() {
    assertThat(waiting.until(() -> ++asked > 1, Duration.ZERO)).isFalse();
    assertThat(asked).isOne();
  }
}
