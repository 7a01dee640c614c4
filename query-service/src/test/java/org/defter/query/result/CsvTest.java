package org.defter.query.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void quotesWhatWouldBreakALine() {
    assertThat(Csv.line(List.of("a", "b,c", "said \"no\"", "two\nlines", "", "Bakı")))
        .isEqualTo("a,\"b,c\",\"said \"\"no\"\"\",\"two\nlines\",,Bakı\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "-0044-03-15", "+"})
  void makesTextOfWhatASpreadsheetWouldRun(String cell) {
    assertThat(Csv.line(List.of(cell))).startsWith("'" + cell.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+7.25", "57", "~70", "1991-12/.."})
  void leavesNumbersAndDatesAsTheyAre(String cell) {
    assertThat(Csv.line(List.of(cell))).isEqualTo(cell + "\r\n");
  }
}
