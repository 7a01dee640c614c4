package org.defter.core.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class CalendarTest {

  /**
   * Another reckoning of the same days: the JDK's old calendar, with the reform put off for ever.
   */
  @SuppressWarnings("JavaUtilDate") // the only way to put the reform off
  @Test
  void countsJulianDaysAsTheOldCalendarOfTheJdkDoes() {
    GregorianCalendar julian = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    julian.setGregorianChange(new Date(Long.MAX_VALUE));
    for (int year = -5000; year <= 5000; year++) {
      for (int month = 1; month <= 12; month++) {
        int last = Calendar.JULIAN.lengthOfMonth(year, month);
        assertThat(Calendar.JULIAN.day(year, month, 1)).isEqualTo(day(julian, year, month, 1));
        assertThat(Calendar.JULIAN.day(year, month, last))
            .isEqualTo(day(julian, year, month, last));
        assertThat(julian.getActualMaximum(java.util.Calendar.DAY_OF_MONTH)).isEqualTo(last);
      }
    }
  }

  private static LocalDate day(GregorianCalendar julian, int year, int month, int day) {
    julian.clear();
    julian.set(java.util.Calendar.ERA, year > 0 ? GregorianCalendar.AD : GregorianCalendar.BC);
    julian.set(year > 0 ? year : 1 - year, month - 1, day);
    return Instant.ofEpochMilli(julian.getTimeInMillis()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Test
  void leavesNoDayOutAndCountsNoneTwice() {
    LocalDate expected = Calendar.JULIAN.day(-401, 1, 1);
    for (int year = -401; year <= 2100; year++) {
      for (int month = 1; month <= 12; month++) {
        for (int day = 1; day <= Calendar.JULIAN.lengthOfMonth(year, month); day++) {
          assertThat(Calendar.JULIAN.day(year, month, day)).isEqualTo(expected);
          expected = expected.plusDays(1);
        }
      }
    }
  }

  @Test
  void endsWhereTheDaysEndThatCanBeCounted() {
    assertThat(Calendar.JULIAN.day(999_999_999, 12, 31)).isEqualTo(LocalDate.MAX);
    assertThat(Calendar.JULIAN.day(-999_999_999, 1, 1)).isEqualTo(LocalDate.MIN);
    assertThat(Calendar.GREGORIAN.day(1_000_000_000, 1, 1)).isEqualTo(LocalDate.MAX);
    assertThat(Calendar.GREGORIAN.day(-1_000_000_000_000L, 1, 1)).isEqualTo(LocalDate.MIN);
  }
}
