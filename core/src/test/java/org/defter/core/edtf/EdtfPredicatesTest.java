package org.defter.core.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdtfPredicatesTest {

  /** An empty bound is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # text;               from;       to;         possibly; certainly; within;   possibly within
          1994-05;              1994-01-01; 1994-12-31; true;     true;      true;     true
          1994-05;              1994-05-31; 1994-12-31; true;     false;     false;    true
          1994-05;              1994-06-01; 1994-12-31; false;    false;     false;    false
          1994-05;              ;           1994-05-01; true;     false;     false;    true
          1994-05;              ;           1994-04-30; false;    false;     false;    false
          1994-05;              ;           ;           true;     true;      true;     true
          1994-05-02;           1994-05-02; 1994-05-02; true;     true;      true;     true
          1972~;                1971-01-01; 1971-12-31; false;    false;     false;    false
          1991-12/..;           1991-12-01; 1991-12-30; true;     false;     false;    false
          1991-12/..;           1991-12-31; 1991-12-31; true;     true;      false;    false
          1991-12/..;           2500-01-01; 2500-01-01; true;     true;      false;    false
          1991-12/..;           ;           1991-11-30; false;    false;     false;    false
          1991-12/..;           1991-12-01; ;           true;     true;      true;     true
          1991-12/;             2500-01-01; 2500-01-01; true;     false;     false;    false
          1991-12/;             1991-12-01; 1991-12-31; true;     true;      false;    true
          1991-12-05/;          1991-12-05; 1991-12-05; true;     true;      false;    true
          ../1991-12;           1000-01-01; 1000-01-01; true;     true;      false;    false
          ../1991-12;           1991-12-01; 1991-12-01; true;     true;      false;    false
          ../1991-12;           1991-12-02; 1991-12-02; true;     false;     false;    false
          ../1991-12;           1992-01-01; ;           false;    false;     false;    false
          /1991-12;             1000-01-01; 1000-01-01; true;     false;     false;    false
          /1991-12;             1991-12-01; 1991-12-31; true;     true;      false;    true
          ../..;                1500-01-01; 1500-01-01; true;     true;      false;    false
          ../..;                ;           ;           true;     true;      true;     true
          1990/1999;            1994-01-01; 1994-12-31; true;     true;      false;    false
          1990/1999;            1990-01-01; 1990-12-30; true;     false;     false;    false
          1990/1999;            1999-01-02; 1999-12-31; true;     false;     false;    false
          2004-06/2004-06-11;   2004-06-11; 2004-06-11; true;     true;      false;    true
          2004-06-11/2004;      2004-06-11; 2004-06-11; true;     true;      false;    true
          [1667,1990];          1800-01-01; 1800-12-31; false;    false;     false;    false
          [1667,1990];          1667-01-01; 1667-12-31; true;     false;     false;    true
          [1667,1990];          1667-01-01; 1990-12-31; true;     true;      true;     true
          [1667..1670];         1668-01-01; 1668-12-31; true;     false;     false;    true
          [1760-12..];          1760-12-01; ;           true;     true;      true;     true
          [1760-12..];          1800-01-01; 1800-12-31; true;     false;     false;    true
          [..1984];             1800-01-01; 1800-12-31; true;     false;     false;    true
          {1667,1990};          1800-01-01; 1800-12-31; false;    false;     false;    false
          {1667,1990};          1667-01-01; 1667-12-31; true;     true;      false;    false
          {1667..1670};         1668-01-01; 1668-12-31; true;     true;      false;    false
          {1760-12..};          1800-01-01; 1800-12-31; true;     true;      false;    false
          {..1984};             1800-01-01; 1800-12-31; true;     true;      false;    false
          1990/1999;            1990-12-31; 1999-01-01; true;     true;      false;    true
          {1667,1990};          1667-12-31; 1990-01-01; true;     false;     false;    true
          julian:1917-10-25;    1917-11-07; 1917-11-07; true;     true;      true;     true
          julian:1917;          1918-01-13; 1918-01-13; true;     false;     false;    true
          """)
  void answersAboutTheDaysAsked(
      String text,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean possibly,
      boolean certainly,
      boolean within,
      boolean possiblyWithin) {
    Edtf edtf = Edtf.parse(text);

    assertThat(edtf.possiblyOverlaps(from, to)).as("possibly overlaps").isEqualTo(possibly);
    assertThat(edtf.certainlyOverlaps(from, to)).as("certainly overlaps").isEqualTo(certainly);
    assertThat(edtf.certainlyWithin(from, to)).as("certainly within").isEqualTo(within);
    assertThat(edtf.possiblyWithin(from, to)).as("possibly within").isEqualTo(possiblyWithin);
  }

  @Test
  void refusesToBeAskedAboutDaysThatEndBeforeTheyStart() {
    Edtf edtf = Edtf.parse("1994");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> edtf.possiblyOverlaps(LocalDate.of(1995, 1, 1), LocalDate.of(1994, 1, 1)))
        .withMessageContaining("1995-01-01");
  }

  @Test
  void knowsFromWhenAFactHoldsPossiblyAndCertainly() {
    Edtf edtf = Edtf.parse("1991-12/..");

    assertThat(edtf.start()).isEqualTo(days("1991-12-01", "1991-12-31"));
    assertThat(edtf.end()).as("no end").isNull();
  }

  @Test
  void keepsAnUnknownEndApartFromAnOpenOne() {
    assertThat(Edtf.parse("1991-12/").end()).isEqualTo(days("1991-12-01", null));
    assertThat(Edtf.parse("/1991-12").start()).isEqualTo(days(null, "1991-12-31"));
    assertThat(Edtf.parse("../1991-12").start()).as("no beginning").isNull();
  }

  @Test
  void letsEachEndBoundTheOther() {
    Edtf edtf = Edtf.parse("2004-06/2004-06-11");

    assertThat(edtf.start()).isEqualTo(days("2004-06-01", "2004-06-11"));
    assertThat(edtf.end()).isEqualTo(days("2004-06-11", "2004-06-11"));
  }

  @Test
  void beginsAnAllOfSetWithItsFirstMemberAndEndsItWithItsLast() {
    Edtf edtf = Edtf.parse("{1990,1970,1980}");

    assertThat(edtf.start()).isEqualTo(days("1970-01-01", "1970-12-31"));
    assertThat(edtf.end()).isEqualTo(days("1990-01-01", "1990-12-31"));
    assertThat(Edtf.parse("{..1984,1990}").start()).as("no beginning").isNull();
    assertThat(Edtf.parse("{1984,1990..}").end()).as("no end").isNull();
  }

  @Test
  void givesAOneOfSetAllItsDaysForBothEnds() {
    Edtf edtf = Edtf.parse("[1970,1990]");

    assertThat(edtf.start()).isEqualTo(days("1970-01-01", "1990-12-31"));
    assertThat(edtf.end()).isEqualTo(edtf.start());
  }

  @Test
  void isEqualWhenWrittenTheSame() {
    for (String text : new String[] {"1984?", "1984/..", "[1667,1668..]", "{..1984}"}) {
      assertThat(Edtf.parse(text)).isEqualTo(Edtf.parse(text)).hasSameHashCodeAs(Edtf.parse(text));
    }
    assertThat(Edtf.parse("1984?")).isNotEqualTo(Edtf.parse("?1984"));
    assertThat(Edtf.parse("[1667,1668]")).isNotEqualTo(Edtf.parse("[1667, 1668]"));
  }

  private static DayRange days(@Nullable String earliest, @Nullable String latest) {
    return new DayRange(day(earliest), day(latest));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
