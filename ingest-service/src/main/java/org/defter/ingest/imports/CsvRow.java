package org.defter.ingest.imports;

import java.util.List;
import java.util.Map;
import org.defter.core.detail.Detail;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param line the line of the file it begins on, from 1
 * @param columns where each column stands
 * @param cells as written
 */
record CsvRow(long line, Map<String, Integer> columns, List<String> cells) {

  /** Stands in for bytes that are not UTF-8; Unicode gives this code point to no character. */
  static final char NOT_UTF8 = '\uFFFF';

  /**
   * A cell without the white space around it.
   *
   * @return the text; empty where the cell is, or where the table has no such column
   * @throws BadCell when it is too long, or was not UTF-8
   */
  String cell(String column) {
    Integer at = columns.get(column);
    if (at == null || at >= cells.size()) {
      return "";
    }
    String cell = cells.get(at);
    if (cell.length() > PlainText.LINE_LIMIT) {
      throw new BadCell(column, Detail.of("value.too-long", cell.length(), PlainText.LINE_LIMIT));
    }
    if (cell.indexOf(NOT_UTF8) >= 0) {
      throw new BadCell(column, Detail.of("ingest.row.not-utf-8"));
    }
    return cell.strip();
  }

  /** A cell; null where it is empty. */
  @Nullable String optional(String column) {
    String cell = cell(column);
    return cell.isEmpty() ? null : cell;
  }

  /**
   * A cell that must not be empty.
   *
   * @throws BadCell when it is, or as for {@link #cell}
   */
  String required(String column) {
    String cell = cell(column);
    if (cell.isEmpty()) {
      throw new BadCell(column, Detail.of("ingest.row.empty-cell"));
    }
    return cell;
  }

  /**
   * Checks that the row has as many cells as the header.
   *
   * @throws BadCell when it has not
   */
  void checkWidth() {
    if (cells.size() != columns.size()) {
      throw new BadCell("", Detail.of("ingest.row.width", cells.size(), columns.size()));
    }
  }
}
