package org.defter.ingest.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of a batch as a file, however many there are. */
@Component
public class RowsFile {

  private static final int PAGE = 1000;
  private static final String[] COLUMNS = {
    "number",
    "file",
    "line",
    "row",
    "result",
    "about",
    "versionBefore",
    "version",
    "field",
    "detail",
    "duplicateOf",
    "warnings",
    "changes"
  };

  private final StoredRows rows;
  private final JsonMapper json;

  /**
   * @param json that of answers, in which words are in the language of who asks
   */
  RowsFile(StoredRows rows, JsonMapper json) {
    this.rows = rows;
    this.json = json;
  }

  /**
   * Which rows.
   *
   * @param batch of this batch
   * @param after that follow this number
   * @param limit at most so many
   * @param result with this result; null for any
   */
  record Which(String batch, long after, long limit, @Nullable RowResult result) {}

  private interface Sink {
    void accept(BatchRow row) throws IOException;
  }

  private void each(Which which, Sink sink) throws IOException {
    long after = which.after();
    for (long left = which.limit(); left > 0; ) {
      int size = (int) Math.min(left, PAGE);
      List<BatchRow> page = page(which, after, size);
      for (BatchRow row : page) {
        sink.accept(row);
      }
      left = page.size() < size ? 0 : left - size;
      after = page.isEmpty() ? after : page.getLast().number();
    }
  }

  private List<BatchRow> page(Which which, long after, int size) {
    return which.result() == null
        ? rows.after(which.batch(), after, size)
        : rows.after(which.batch(), after, size, which.result());
  }

  /** The number of the last of these rows; null when no others follow it. */
  @Nullable Long next(Which which) {
    List<BatchRow> page = page(which, which.after(), (int) which.limit() + 1);
    return page.size() <= which.limit() ? null : page.get((int) which.limit() - 1).number();
  }

  /** One JSON object to a line. */
  void writeJsonLines(Which which, OutputStream out) throws IOException {
    each(
        which,
        row -> {
          out.write(json.writeValueAsBytes(row));
          out.write('\n');
        });
    out.flush();
  }

  /** CSV (RFC 4180) with a header. */
  void writeCsv(Which which, OutputStream out) throws IOException {
    CSVPrinter csv = printer(out);
    csv.printRecord((Object[]) COLUMNS);
    each(
        which,
        row ->
            csv.printRecord(
                row.number(),
                row.file(),
                row.line(),
                row.label(),
                row.result().word(),
                row.about(),
                row.versionBefore(),
                row.version(),
                row.field(),
                said(row.detail()),
                row.duplicateOf(),
                row.warnings().stream().map(RowsFile::said).collect(Collectors.joining("; ")),
                row.changes().isEmpty() ? null : json.writeValueAsString(row.changes())));
    csv.flush();
  }

  /** The rows that cannot be done, as CSV: {@code file,line,column,row,reason}. */
  public void writeProblems(String batch, OutputStream out) throws IOException {
    CSVPrinter csv = printer(out);
    csv.printRecord("file", "line", "column", "row", "reason");
    each(
        new Which(batch, 0, Long.MAX_VALUE, RowResult.REFUSED),
        row ->
            csv.printRecord(row.file(), row.line(), row.field(), row.label(), said(row.detail())));
    csv.flush();
  }

  private static @Nullable String said(@Nullable Detail detail) {
    return detail == null ? null : detail.in(LocaleContextHolder.getLocale());
  }

  private static CSVPrinter printer(OutputStream out) throws IOException {
    return new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
  }
}
