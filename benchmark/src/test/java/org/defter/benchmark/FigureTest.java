package org.defter.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void comparesWithinEachRoundAndShowsTheMedian() {
    Figure figure = new Figure("import", "rows/s", "≥ 0.4");
    figure.add(1_000, 4_000);
    figure.add(300, 400);
    figure.add(5_000, 10_000);

    assertThat(figure.row())
        .isEqualTo("| import | rows/s | 1,000 | 4,000 | **0.50** | 0.25 – 0.75 | ≥ 0.4 |");
  }

  @Test
  void leavesOutTheRatioWhereNothingRawIsComparable() {
    Figure figure = new Figure("delay", "ms", "< 20 ms");
    figure.add(6);

    assertThat(figure.row()).isEqualTo("| delay | ms | 6.00 |  |  |  | < 20 ms |");
  }
}
