package org.defter.ingest.imports;

/** A cell of a table that makes no sense; the row it stands in is not imported. */
final class BadCell extends RuntimeException {

  private final String column;

  /**
   * @param column the column's name
   * @param reason what is wrong and what to write instead
   */
  BadCell(String column, String reason) {
    super(reason);
    this.column = column;
  }

  String column() {
    return column;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
