package org.defter.query.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.defter.core.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          июнь 2011                      | 2011-06
          Июнь 2011 г.                   | 2011-06
          в июне 2011 года               |
          14 марта 2008                  | 2008-03-14
          14 марта. 2008                 | 2008-03-14
          19–21 июня 2006 года           | 2006-06-19/2006-06-21
          с 19 по 21 июня 2006           | 2006-06-19/2006-06-21
          с декабря 1991                 | 1991-12/..
          до 1991                        | ../1991
          1990-е                         | 199X
          1990-е годы                    | 199X
          около 1972                     | 1972~
          лето 1994                      | 1994-22
          дек. 1996                      | 1996-12
          14.03.2008                     | 2008-03-14
          06.2011                        | 2011-06
          June 2011                      | 2011-06
          11 June 2004                   | 2004-06-11
          June 11, 2004                  | 2004-06-11
          June 11th 2004                 | 2004-06-11
          the 1990s                      | 199X
          c. 1972                        | 1972~
          perhaps 1984                   | 1984?
          Sept 1996                      | 1996-09
          1964 - 2008                    | 1964/2008
          June to August 2006            | 2006-06/2006-08
          since 1991                     | 1991/..
          before 1991-12                 |
          İyun 2011                      | 2011-06
          2011-ci ilin iyunu             | 2011-06
          19 iyun 2006-cı il             | 2006-06-19
          1990-cı illər                  | 199X
          1964-cü ildən 2008-ci ilə qədər| 1964/2008
          с 1984 года (примерно) по 2004 | 1984~/2004
          2011-06                        | 2011-06
          ../1991-12                     | ../1991-12
          1972~                          | 1972~
          """)
  void readsWhatPeopleType(String typed, @Nullable String written) {
    Edtf read = DateReader.read(typed);

    assertThat(read == null ? null : read.text()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "31 June 2011",
        "30 февраля 2008",
        "14 2008",
        "June",
        "13.13.2008",
        "June July 2011",
        "2011 2012",
        "2008 – 1964",
        "1991 –",
        "19 20 21",
        "from",
        "12345"
      })
  void readsNothingWhereTheWordsHaveNoOneMeaning(String typed) {
    assertThat(DateReader.read(typed)).isNull();
  }

  /** Whatever the archive says of such a date can be typed again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1991",
        "1991-12",
        "1991-12-25",
        "1972~",
        "1984?",
        "2004-06-11%",
        "1991-12~",
        "2011-06/..",
        "../1991-12",
        "1964/2008",
        "2006-06-19/2006-06-21",
        "199X",
        "156X",
        "2001-21",
        "2001-24~",
        "../2001-22",
        "2003-21/2003-24",
        "199X/..",
        "../199X",
        "2006-06-19/..",
        "../2006-06-19"
      })
  void readsWhatIsSaidOfADateInEveryLanguage(String written) {
    for (String language : List.of("en", "ru", "az")) {
      String said = DateWords.in(List.of(Locale.of(language))).say(Edtf.parse(written));
      assertThat(DateReader.read(said)).as(said).isEqualTo(Edtf.parse(written));
    }
  }
}
