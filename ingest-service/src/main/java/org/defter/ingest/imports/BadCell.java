package org.defter.ingest.imports;

import org.defter.core.detail.Detail;

/** A cell of a table that makes no sense; the row it stands in is not imported. */
final class BadCell extends RuntimeException {

  private final String column;
  private final transient Detail reason;

  /**
   * @param column the column's name
   * @param reason what is wrong and what to write instead
   */
  BadCell(String column, Detail reason) {
    super(reason.toString());
    this.column = column;
    this.reason = reason;
  }

  String column() {
    return column;
  }

  Detail reason() {
    return reason;
  }
}
