package org.defter.ingest.batch;

import java.util.List;

/** Where the rows of batches are written down. */
public interface BatchLedger {

  /**
   * Writes down what became of rows, in the transaction that is under way.
   *
   * @param rows with their numbers
   */
  void add(String batch, List<BatchRow> rows);

  /** The rows that follow a number, in order. */
  List<BatchRow> after(String batch, long number, int limit);
}
