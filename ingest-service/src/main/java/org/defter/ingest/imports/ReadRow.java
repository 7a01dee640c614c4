package org.defter.ingest.imports;

import java.util.List;

/**
 * A row that makes sense: what it says, what that is in the archive's terms, and what to warn of.
 */
record ReadRow(FactRow row, Claim claim, List<String> warnings) {
  ReadRow {
    warnings = List.copyOf(warnings);
  }
}
