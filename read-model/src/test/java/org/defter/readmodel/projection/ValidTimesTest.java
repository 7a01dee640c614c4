package org.defter.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.defter.core.edtf.Edtf;
import org.defter.readmodel.document.ValidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidTimesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # written              | earliest         | latest           | sort
          1991-12-08             | 1991-12-08       | 1991-12-08       | 1991-12-08
          1991-12                | 1991-12-01       | 1991-12-31       | 1991-12-01
          2011-06/..             | 2011-06-01       | -                | 2011-06-01
          ../1991-12             | -                | 1991-12-31       | 1991-12-31
          ../..                  | -                | -                | -
          0000                   | 0000-01-01       | 0000-12-31       | 0000-01-01
          -0043-03-15            | -0043-03-15      | -0043-03-15      | -0043-03-15
          -9999/0001             | -9999-01-01      | 0001-12-31       | -9999-01-01
          Y12000                 | +12000-01-01     | +12000-12-31     | +12000-01-01
          Y-12000/Y12000         | -12000-01-01     | +12000-12-31     | -12000-01-01
          Y-900000000/1900-01-01 | -200000000-01-01 | 1900-01-01       | -200000000-01-01
          Y17E8                  | +200000000-12-31 | +200000000-12-31 | +200000000-12-31
          julian:1917-10-25      | 1917-11-07       | 1917-11-07       | 1917-11-07
          julian:-0043-03-15     | -0043-03-13      | -0043-03-13      | -0043-03-13
          [1991,1993-05]         | 1991-01-01       | 1993-05-31       | 1991-01-01
          """)
  void findsTheFirstAndTheLastDay(String written, String earliest, String latest, String sort) {
    ValidFields fields = ValidTimes.fields(Edtf.parse(written));

    assertThat(fields.text()).isEqualTo(written);
    assertThat(fields.earliest()).isEqualTo(earliest);
    assertThat(fields.latest()).isEqualTo(latest);
    assertThat(fields.sort()).isEqualTo(sort);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written             | possible                               | certain                        | certain in
          1991-12-08            | 1991-12-08..1991-12-08                 | 1991-12-08..1991-12-08         |
          1991-12               | 1991-12-01..1991-12-31                 |                                | 1991-12-01..1991-12-31
          1991-12/1993          | 1991-12-01..1993-12-31                 | 1991-12-31..1993-01-01         |
          1991/1991-06          | 1991-01-01..1991-06-30                 |                                | 1991-06-01..1991-06-30
          2011-06/..            | 2011-06-01..-                          | 2011-06-30..+200000000-12-31   |
          2011-06/              | 2011-06-01..-                          |                                | 2011-06-01..2011-06-30
          ../1991-12            | -..1991-12-31                          | -200000000-01-01..1991-12-01   |
          [1991-01-01,1993-01]  | 1991-01-01..1991-01-01 1993-01-01..1993-01-31 |                         | 1991-01-01..1993-01-31
          {1991-01-01,1993-01}  | 1991-01-01..1991-01-01 1993-01-01..1993-01-31 | 1991-01-01..1991-01-01  | 1993-01-01..1993-01-31
          """)
  void findsTheDaysItHeldOnForSure(
      String written, String possible, String certain, String certainIn) {
    ValidFields fields = ValidTimes.fields(Edtf.parse(written));

    assertThat(shown(fields.possible())).isEqualTo(possible);
    assertThat(shown(fields.certain())).isEqualTo(certain == null ? "" : certain);
    assertThat(shown(fields.certainIn())).isEqualTo(certainIn == null ? "" : certainIn);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written             | least                                  | least at
          1991-12               |                                        | 1991-12-01..1991-12-31
          1991-12/1993          | 1991-12-31..1993-01-01                 |
          [1991-01-01,1993-01]  | 1991-01-01..1991-01-01                 | 1993-01-01..1993-01-31
          {1991-01,1993-01}     | 1991-01-31..1993-01-01                 |
          """)
  void findsTheDaysItTakesAtLeast(String written, String least, String leastAt) {
    ValidFields fields = ValidTimes.fields(Edtf.parse(written));

    assertThat(shown(fields.least())).isEqualTo(least == null ? "" : least);
    assertThat(shown(fields.leastAt())).isEqualTo(leastAt == null ? "" : leastAt);
  }

  private static String shown(List<ValidFields.DayRange> ranges) {
    return ranges.stream()
        .map(days ->
            (days.gte() == null ? "-" : days.gte())
                + ".."
                + (days.lte() == null ? "-" : days.lte()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void keepsMarksOfDoubt() {
    ValidFields both = ValidTimes.fields(Edtf.parse("1984%"));

    assertThat(both.uncertain()).isTrue();
    assertThat(both.approximate()).isTrue();
    assertThat(ValidTimes.fields(Edtf.parse("1984")).uncertain()).isFalse();
  }
}
