package org.defter.query.result;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180). */
public final class Csv {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private Csv() {}

  /** One record, with its line break. */
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    return safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  /**
   * Whether a spreadsheet would run the cell as a formula. What people record in an archive is
   * opened by others: an apostrophe before it makes it the text that it is.
   */
  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }
}
