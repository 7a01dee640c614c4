package org.defter.ingest.imports;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.RowResult;
import org.defter.ingest.command.StatementKey;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table a chunk at a time; those that make no sense are reported and left. */
final class ChunkReader {

  private final CsvTable table;
  private final RowReader reader;
  private final QuoteFinder quotes;
  private final SourceId source;
  private final Vocabulary vocabulary;

  ChunkReader(CsvTable table, RowReader reader, SourceText source, Vocabulary vocabulary) {
    this.table = table;
    this.reader = reader;
    this.quotes = new QuoteFinder(source.anchoring());
    this.source = source.id();
    this.vocabulary = vocabulary;
  }

  /**
   * Some of the table.
   *
   * @param read the rows that make sense
   * @param bad those that do not, with why
   */
  record Rows(List<ReadRow> read, List<BatchRow> bad) {
    Rows {
      read = List.copyOf(read);
      bad = List.copyOf(bad);
    }

    boolean isEmpty() {
      return read.isEmpty() && bad.isEmpty();
    }

    /** Those that begin after a line. */
    Rows after(long line) {
      return new Rows(
          read.stream().filter(row -> row.row().line() > line).toList(),
          bad.stream().filter(row -> row.line() > line).toList());
    }
  }

  /** The next rows, up to a limit; null when there are no more. */
  @Nullable Rows next(int limit) {
    List<ReadRow> read = new ArrayList<>(limit);
    List<BatchRow> bad = new ArrayList<>();
    for (CsvRow row = table.next();
        row != null;
        row = read.size() + bad.size() < limit ? table.next() : null) {
      try {
        read.add(read(row));
      } catch (BadCell nonsense) {
        bad.add(
            BatchRow.of("facts", row.line(), rowId(row), RowResult.REFUSED)
                .saying(nonsense.column(), nonsense.reason()));
      }
    }
    return read.isEmpty() && bad.isEmpty() ? null : new Rows(read, bad);
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
    List<Detail> warnings = new ArrayList<>();
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

  private PropertyId property(String column, Term term, List<Detail> warnings) {
    Vocabulary.Resolved resolved = vocabulary.resolve(column, term);
    if (resolved.warning() != null) {
      warnings.add(resolved.warning());
    }
    return resolved.id();
  }
}
