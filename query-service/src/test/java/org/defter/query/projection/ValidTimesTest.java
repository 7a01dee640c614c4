package org.defter.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.defter.core.edtf.Edtf;
import org.defter.query.document.ValidFields;
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
          # written              | earliest         | latest           | certain from     | to               | sort
          1991-12-08             | 1991-12-08       | 1991-12-08       | 1991-12-08       | 1991-12-08       | 1991-12-08
          1991-12                | 1991-12-01       | 1991-12-31       | -                | -                | 1991-12-01
          1991-12/1993           | 1991-12-01       | 1993-12-31       | 1991-12-31       | 1993-01-01       | 1991-12-01
          1991/1991-06           | 1991-01-01       | 1991-06-30       | -                | -                | 1991-01-01
          2011-06/..             | 2011-06-01       | -                | 2011-06-30       | +200000000-12-31 | 2011-06-01
          2011-06/               | 2011-06-01       | -                | -                | -                | 2011-06-01
          ../1991-12             | -                | 1991-12-31       | -200000000-01-01 | 1991-12-01       | 1991-12-31
          -0043-03-15            | -0043-03-15      | -0043-03-15      | -0043-03-15      | -0043-03-15      | -0043-03-15
          Y12000                 | +12000-01-01     | +12000-12-31     | -                | -                | +12000-01-01
          Y-900000000/1900-01-01 | -200000000-01-01 | 1900-01-01       | -200000000-01-01 | 1900-01-01       | -200000000-01-01
          {1991-01-01,1993-01-01} | 1991-01-01      | 1993-01-01       | -                | -                | 1991-01-01
          [1991-01-01,1993-01-01] | 1991-01-01      | 1993-01-01       | -                | -                | 1991-01-01
          """)
  void findsTheDays(
      String written, String earliest, String latest, String from, String to, String sort) {
    ValidFields fields = ValidTimes.fields(Edtf.parse(written));

    assertThat(fields.possible()).isEqualTo(new ValidFields.DayRange(earliest, latest));
    assertThat(fields.earliest()).isEqualTo(earliest);
    assertThat(fields.latest()).isEqualTo(latest);
    assertThat(fields.certain())
        .isEqualTo(from == null ? null : new ValidFields.DayRange(from, to));
    assertThat(fields.sort()).isEqualTo(sort);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          1991-12               | 1991-12-31       | 1991-12-01
          1991-12/..            | 1991-12-31       | +200000000-12-31
          /1991                 | 1991-12-31       | 1991-01-01
          [1991-01,1993-02]     | 1993-02-28       | 1991-01-01
          [..1991,1993]         | 1993-12-31       | -
          {1991-01,1993-02}     | -                | -
          """)
  void findsTheDaysItHadCertainlyBegunAndNotYetEnded(
      String written, String begunBy, String endsNotBefore) {
    ValidFields fields = ValidTimes.fields(Edtf.parse(written));

    assertThat(fields.begunBy()).isEqualTo(begunBy);
    assertThat(fields.endsNotBefore()).isEqualTo(endsNotBefore);
  }

  @Test
  void keepsMarksOfDoubt() {
    ValidFields both = ValidTimes.fields(Edtf.parse("1984%"));

    assertThat(both.uncertain()).isTrue();
    assertThat(both.approximate()).isTrue();
    assertThat(ValidTimes.fields(Edtf.parse("1984")).uncertain()).isFalse();
  }
}
