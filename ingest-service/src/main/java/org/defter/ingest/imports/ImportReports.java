package org.defter.ingest.imports;

/** Placeholder. */
final class ImportReports {
  static final String INTERRUPTED =
      "interrupted, send the same file again: what is already in is recognised";

  private ImportReports() {}
}
