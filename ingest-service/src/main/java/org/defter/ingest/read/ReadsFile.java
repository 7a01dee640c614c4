package org.defter.ingest.read;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.defter.core.event.ArchiveJson;
import org.defter.core.id.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes everything that is asked for as a file, however much it is. */
@Component
final class ReadsFile {

  private static final int PAGE = 1000;

  /** A spreadsheet would run such a cell as a formula; an apostrophe makes it the text it is. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@].*");

  private static final Object[] COLUMNS = {
    "number",
    "recordTime",
    "actor",
    "actorName",
    "actorRole",
    "onBehalfOf",
    "source",
    "version",
    "method",
    "address"
  };

  private final SourceReads reads;

  ReadsFile(SourceReads reads) {
    this.reads = reads;
  }

  private interface Sink {
    void accept(SourceRead read) throws IOException;
  }

  private void each(ReadRequest asked, Sink sink) throws IOException {
    ReadRequest rest = asked.sized(PAGE);
    List<SourceRead> page;
    do {
      page = reads.list(rest);
      for (SourceRead read : page) {
        sink.accept(read);
      }
      rest = page.isEmpty() ? rest : rest.after(page.getLast());
    } while (page.size() == PAGE);
  }

  /** One JSON object to a line. */
  void writeJsonLines(ReadRequest asked, OutputStream out) throws IOException {
    each(
        asked,
        read -> {
          out.write(ArchiveJson.mapper().writeValueAsBytes(read));
          out.write('\n');
        });
    out.flush();
  }

  /** CSV (RFC 4180) with a header. */
  void writeCsv(ReadRequest asked, OutputStream out) throws IOException {
    CSVPrinter csv =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    csv.printRecord(COLUMNS);
    each(asked, read -> csv.printRecord(cells(read)));
    csv.flush();
  }

  private static Object[] cells(SourceRead read) {
    Actor actor = read.actor();
    return new @Nullable Object[] {
      read.number(),
      read.recordTime(),
      actor == null ? null : text(actor.id()),
      actor == null ? null : text(actor.name()),
      actor == null ? null : text(actor.role()),
      read.onBehalfOf() == null ? null : text(read.onBehalfOf().id()),
      text(read.source().value()),
      read.version(),
      read.method(),
      read.address()
    };
  }

  private static @Nullable String text(@Nullable String cell) {
    return cell != null && FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }
}
