package org.defter.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defter.core.edtf.DayRange;
import org.defter.core.edtf.Edtf;
import org.defter.query.page.SubjectTimeline.Bar;
import org.defter.query.page.SubjectTimeline.Dated;
import org.defter.query.page.SubjectTimeline.Row;
import org.junit.jupiter.api.Test;

class SubjectTimelineTest {

  private static final int RIGHT = SubjectTimeline.LABELS + SubjectTimeline.CHART;

  @Test
  void tellsWhatIsCertainOfADateFromWhatIsPossible() {
    assertThat(SubjectTimeline.certain(Edtf.parse("1994-07-16")))
        .isEqualTo(days("1994-07-16", "1994-07-16"));
    assertThat(SubjectTimeline.certain(Edtf.parse("1994-07"))).isNull();
    assertThat(SubjectTimeline.certain(Edtf.parse("199X"))).isNull();
    assertThat(SubjectTimeline.certain(Edtf.parse("1991-12/1993")))
        .isEqualTo(days("1991-12-31", "1993-01-01"));
    assertThat(SubjectTimeline.certain(Edtf.parse("1991-12/..")))
        .isEqualTo(new DayRange(LocalDate.parse("1991-12-31"), null));
  }

  @Test
  void drawsWhatHasNoEndToTheEdge() {
    Row open = timeline("1990", "1992/..").rows().getLast();

    assertThat(open.possible().x() + open.possible().width()).isEqualTo(RIGHT);
    Bar certain = Objects.requireNonNull(open.certain());
    assertThat(certain.x()).isGreaterThan(open.possible().x());
    assertThat(certain.x() + certain.width()).isEqualTo(RIGHT);
  }

  @Test
  void drawsEveryDateInsideThePictureInOrder() {
    SubjectTimeline drawn = timeline("1969-09-25", "1972~", "199X", "2008-03-14", "2011-06/..");

    assertThat(drawn.rows()).hasSize(5);
    assertThat(drawn.rows().stream().map(row -> row.possible().x())).isSorted();
    assertThat(drawn.rows())
        .allSatisfy(row -> {
          assertThat(row.possible().x()).isBetween(SubjectTimeline.LABELS, RIGHT);
          assertThat(row.possible().x() + row.possible().width()).isLessThanOrEqualTo(RIGHT + 4);
        });
    assertThat(drawn.rows().stream().map(Row::doubtful))
        .containsExactly(false, true, false, false, false);
    assertThat(drawn.ticks().stream().map(SubjectTimeline.Tick::year))
        .isSorted()
        .hasSizeBetween(4, 6);
  }

  @Test
  void saysHowManyAreLeftOut() {
    SubjectTimeline drawn =
        timeline(
            IntStream.range(0, 33)
                .mapToObj(at -> String.valueOf(1950 + at))
                .toArray(String[]::new));

    assertThat(drawn.rows()).hasSize(30);
    assertThat(drawn.left()).isEqualTo(3);
    assertThat(SubjectTimeline.of(List.of())).isNull();
  }

  private static SubjectTimeline timeline(String... dates) {
    return Objects.requireNonNull(
        SubjectTimeline.of(
            Stream.of(dates)
                .map(date -> new Dated("said", "then", "/facts/F", Edtf.parse(date)))
                .toList()));
  }

  private static DayRange days(String from, String to) {
    return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
  }
}
