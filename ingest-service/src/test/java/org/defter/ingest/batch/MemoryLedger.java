package org.defter.ingest.batch;

import java.util.ArrayList;
import java.util.List;

/** The rows of one batch after the other, in memory. */
public final class MemoryLedger implements BatchLedger {

  private final List<BatchRow> rows = new ArrayList<>();

  /** Begins with another batch. */
  public void clear() {
    rows.clear();
  }

  @Override
  public void add(String batch, List<BatchRow> more) {
    rows.addAll(more);
  }

  @Override
  public List<BatchRow> after(String batch, long number, int limit) {
    return rows.stream().filter(row -> row.number() > number).limit(limit).toList();
  }
}
