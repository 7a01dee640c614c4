package org.defter.ingest.imports;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.ingest.command.StatementKey;
import org.defter.ingest.imports.ImportReport.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table a chunk at a time; those that make no sense are reported and left. */
final class ChunkReader {

  private final CsvTable table;
  private final RowReader reader;
  private final QuoteFinder quotes;
  private final SourceId source;
  private final Vocabulary vocabulary;
  private final Tally tally;

  ChunkReader(
      CsvTable table, RowReader reader, SourceText source, Vocabulary vocabulary, Tally tally) {
    this.table = table;
    this.reader = reader;
    this.quotes = new QuoteFinder(source.anchoring());
    this.source = source.id();
    this.vocabulary = vocabulary;
    this.tally = tally;
  }

  /**
   * Some of the table.
   *
   * @param size how many rows were read, with those left out
   */
  record Chunk(int size, List<ReadRow> rows) {
    Chunk {
      rows = List.copyOf(rows);
    }
  }

  /** The next rows, up to a limit; null when there are no more. */
  @Nullable Chunk next(int limit) {
    List<ReadRow> rows = new ArrayList<>(limit);
    int size = 0;
    for (CsvRow row = table.next(); row != null; row = size < limit ? table.next() : null) {
      size++;
      try {
        rows.add(read(row));
      } catch (BadCell nonsense) {
        tally.problem(
            new Problem("facts", row.line(), nonsense.column(), rowId(row), nonsense.reason()));
      }
    }
    return size == 0 ? null : new Chunk(size, rows);
  }

  private static String rowId(CsvRow row) {
    try {
      return row.cell("id");
    } catch (BadCell unreadable) {
      return "";
    }
  }

  private ReadRow read(CsvRow cells) {
    FactRow row = reader.read(cells);
    QuoteFinder.Found found = quotes.find(row);
    List<String> warnings = new ArrayList<>();
    if (found.warning() != null) {
      warnings.add(found.warning());
    }
    StatementKey key =
        new StatementKey(
            row.subject(),
            property("property", row.statement(), warnings),
            row.statement().value());
    List<Qualifier> qualifiers = new ArrayList<>();
    for (Term term : row.qualifiers()) {
      qualifiers.add(new Qualifier(property("qualifiers", term, warnings), term.value()));
    }
    FactId id =
        row.id() != null
            ? row.id()
            : DerivedId.of(source, found.passage(), key, row.valid(), qualifiers);
    return new ReadRow(
        row,
        new Claim(id, key, qualifiers, row.valid(), source, found.passage(), row.note()),
        warnings);
  }

  private PropertyId property(String column, Term term, List<String> warnings) {
    Vocabulary.Resolved resolved = vocabulary.resolve(column, term);
    if (resolved.warning() != null) {
      warnings.add(resolved.warning());
    }
    return resolved.id();
  }
}
