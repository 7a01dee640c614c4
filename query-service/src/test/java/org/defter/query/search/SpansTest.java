package org.defter.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.defter.query.search.Spans.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

  @ParameterizedTest
  @CsvSource({
    "2006-06-19, 2006-06-21, day, 3, 2006-06-19, 2006-06-21",
    "2006-06-19, 2006-06-19, day, 1, 2006-06-19, 2006-06-19",
    "2006-06-19, 2008-01-01, month, 20, 2006-06, 2008-01",
    "1969-05-01, 2011-06-30, year, 43, 1969, 2011",
    "1869-05-01, 2011-06-30, 10 years, 16, 1860/1869, 2010/2019",
    "-0044-03-15, 2011-06-30, 100 years, 22, -0100/-0001, 2000/2099",
    "-5000-01-01, 2026-01-01, 1000 years, 8, -5000/-4001, 2000/2999",
    "-200000000-01-01, 2026-01-01, 10000000 years, 21, -200000000/-190000001, 0000/9999999",
  })
  void fitTheDaysTheyCover(
      String first, String last, String interval, int count, String from, String to) {
    Spans spans = Spans.covering(LocalDate.parse(first), LocalDate.parse(last));

    assertThat(spans.interval()).isEqualTo(interval);
    assertThat(spans.spans()).hasSize(count);
    assertThat(spans.spans().getFirst().label()).isEqualTo(from);
    assertThat(spans.spans().getLast().label().replace("+", "")).isEqualTo(to);
  }

  @Test
  void followEachOtherWithoutGaps() {
    List<Span> spans =
        Spans.covering(LocalDate.parse("1869-05-01"), LocalDate.parse("2011-06-30")).spans();

    for (int at = 1; at < spans.size(); at++) {
      assertThat(spans.get(at).from()).isEqualTo(spans.get(at - 1).to().plusDays(1));
    }
  }
}
