package org.defter.ingest.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.defter.ingest.imports.ImportReport.Problem;

/** Every problem of an import, as CSV: {@code file,line,column,row,reason}. */
final class ProblemFile implements AutoCloseable {

  private final CSVPrinter printer;

  private ProblemFile(CSVPrinter printer) {
    this.printer = printer;
  }

  static ProblemFile create(Path file) {
    try {
      CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180);
      printer.printRecord("file", "line", "column", "row", "reason");
      return new ProblemFile(printer);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void add(Problem problem) {
    try {
      printer.printRecord(
          problem.file(), problem.line(), problem.column(), problem.row(), problem.reason());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** What was added so far can be read from the file after this. */
  void flush() {
    try {
      printer.flush();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void close() {
    try {
      printer.close();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
