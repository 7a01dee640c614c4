package org.defter.ingest.imports;

import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.RowResult;

/**
 * A row that makes sense: what it says, what that is in the archive's terms, and what to warn of.
 */
record ReadRow(FactRow row, Claim claim, List<Detail> warnings) {
  ReadRow {
    warnings = List.copyOf(warnings);
  }

  /** What became of it. */
  BatchRow outcome(RowResult result) {
    return BatchRow.of("facts", row.line(), row.label(), result);
  }
}
