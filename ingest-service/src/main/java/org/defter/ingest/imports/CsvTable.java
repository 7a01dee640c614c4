package org.defter.ingest.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.defter.core.detail.Detail;
import org.defter.ingest.batch.BatchRefused;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row, in constant memory: RFC 4180 in UTF-8, with or without a byte order
 * mark, lines ending in LF or CRLF, the columns in any order by the names in the first line. Blank
 * lines are passed over.
 *
 * <p>A row with something wrong in it is given out and complains when the cell is asked for; a file
 * whose structure is broken is refused, as where its rows begin and end is then anyone's guess.
 */
final class CsvTable implements AutoCloseable {

  /** The columns a table may have. */
  record Columns(String what, Set<String> required, Set<String> optional) {
    Set<String> all() {
      Set<String> all = new TreeSet<>(required);
      all.addAll(optional);
      return all;
    }
  }

  private final String what;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final RowLimit limit;
  private final Map<String, Integer> columns;

  private CsvTable(Path file, Columns expected) throws IOException {
    what = expected.what();
    limit = new RowLimit(decoded(file));
    parser =
        CSVParser.builder()
            .setReader(limit)
            .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get())
            .get();
    records = parser.iterator();
    columns = header(expected);
  }

  /**
   * Opens a table and reads its header.
   *
   * @throws BatchRefused when it is empty, or the header lacks a column or names an unknown one
   */
  static CsvTable open(Path file, Columns expected) {
    try {
      return new CsvTable(file, expected);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Reader decoded(Path file) throws IOException {
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(String.valueOf(CsvRow.NOT_UTF8))),
            1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private Map<String, Integer> header(Columns expected) {
    CsvRow row = record();
    if (row == null) {
      throw new BatchRefused(
          Detail.of("ingest.table.empty", what, new TreeSet<>(expected.required()).toString()));
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String name : row.cells().stream().map(String::strip).toList()) {
      if (places.put(name, places.size()) != null) {
        throw new BatchRefused(Detail.of("ingest.table.column-twice", what, name));
      }
    }
    Set<String> missing = new TreeSet<>(expected.required());
    missing.removeAll(places.keySet());
    Set<String> unknown = new TreeSet<>(places.keySet());
    unknown.removeAll(expected.required());
    unknown.removeAll(expected.optional());
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new BatchRefused(wrongHeader(missing, unknown, expected.all().toString()));
    }
    return places;
  }

  private Detail wrongHeader(Set<String> missing, Set<String> unknown, String all) {
    if (unknown.isEmpty()) {
      return Detail.of("ingest.table.lacks", what, missing.toString(), all);
    }
    return missing.isEmpty()
        ? Detail.of("ingest.table.unknown", what, shown(unknown), all)
        : Detail.of(
            "ingest.table.lacks-and-unknown", what, missing.toString(), shown(unknown), all);
  }

  private static String shown(Set<String> names) {
    String text = names.toString().replace(CsvRow.NOT_UTF8, '?');
    return text.length() > 200 ? text.substring(0, 200) + "..." : text;
  }

  /**
   * The next row; null after the last one.
   *
   * @throws BatchRefused when the structure of the file is broken here
   */
  @Nullable CsvRow next() {
    CsvRow row = record();
    while (row != null && row.cells().size() == 1 && row.cells().getFirst().isBlank()) {
      row = record();
    }
    return row;
  }

  private @Nullable CsvRow record() {
    long line = parser.getCurrentLineNumber() + 1;
    limit.newRow();
    try {
      return records.hasNext()
          ? new CsvRow(line, columns == null ? Map.of() : columns, List.of(records.next().values()))
          : null;
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw new BatchRefused(Detail.of("ingest.table.broken", what, line, reason(broken)), broken);
    }
  }

  private static String reason(RuntimeException broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    return String.valueOf(cause.getMessage());
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
