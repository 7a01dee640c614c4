package org.defter.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.defter.query.page.Histogram.Bar;
import org.defter.query.request.Parameters;
import org.defter.query.search.SearchAnswer.Stretch;
import org.defter.query.search.SearchAnswer.Timeline;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class HistogramTest {

  private static final Timeline TIMELINE =
      new Timeline(
          "year",
          List.of(
              new Stretch("1991", "1991-01-01", "1991-12-31", 1000),
              new Stretch("1992", "1992-01-01", "1992-12-31", 0),
              new Stretch("1993", "1993-01-01", "1993-12-31", 1)),
          7);

  @Test
  void drawsABarForEachStretchSoThatNoFactIsInvisible() {
    assertThat(histogram(new LinkedMultiValueMap<>()).bars())
        .containsExactly(
            new Bar(0, 0, 200, 80, "1991", 1000, "1991-01-01", "1991-12-31"),
            new Bar(200, 80, 200, 0, "1992", 0, "1992-01-01", "1992-12-31"),
            new Bar(400, 77, 200, 3, "1993", 1, "1993-01-01", "1993-12-31"));
  }

  @Test
  void keepsWhatElseIsAskedForTheStretchThatIsChosen() {
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
    asked.add("q", "charter");
    asked.add("property", "title");
    asked.add("property", "");
    asked.add("validFrom", "1991");
    asked.add("cursor", "x");

    assertThat(histogram(asked).others())
        .containsExactly(
            new TimeMachine.Field("q", "charter"), new TimeMachine.Field("property", "title"));
    assertThat(histogram(asked).from()).isEqualTo("1991");
    assertThat(histogram(asked).to()).isEmpty();
  }

  @Test
  void isLeftOutWhereThereIsNothingToChoose() {
    Parameters nothing = new Parameters(new LinkedMultiValueMap<>());

    assertThat(Histogram.of(null, nothing)).isNull();
    assertThat(Histogram.of(new Timeline("year", TIMELINE.stretches().subList(0, 1), 0), nothing))
        .isNull();
  }

  private static Histogram histogram(MultiValueMap<String, String> asked) {
    return Objects.requireNonNull(Histogram.of(TIMELINE, new Parameters(asked)));
  }
}
