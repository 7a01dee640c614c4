package org.defter.query.masscorrection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.defter.core.event.ArchiveJson;
import org.defter.core.id.FactId;
import org.defter.query.problem.ProblemException;
import org.defter.query.search.SearchAnswer.FoundFact;
import tools.jackson.databind.JsonNode;

/**
 * A mass correction as the ingest service takes it: JSON Lines, the reason first, then a line for
 * each fact. Facts are looked for while it is read, so its length does not matter; when the search
 * index fails, reading does, and what was sent till then is never taken for the whole.
 */
final class FoundRows extends InputStream {

  private final MassCorrection correction;
  private final Iterator<List<FoundFact>> pages;
  private byte[] ready;
  private int at;

  /** A line of a mass correction. */
  private record Row(FactId fact, long version, JsonNode changes) {}

  FoundRows(MassCorrection correction, Iterator<List<FoundFact>> pages) {
    this.correction = correction;
    this.pages = pages;
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    write(first, Map.of("reason", correction.reason()));
    this.ready = first.toByteArray();
  }

  private static void write(ByteArrayOutputStream lines, Object line) {
    lines.writeBytes(ArchiveJson.mapper().writeValueAsBytes(line));
    lines.write('\n');
  }

  /** Whether there is something to read. */
  private boolean fill() throws IOException {
    try {
      while (at == ready.length && pages.hasNext()) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        pages.next().stream()
            .filter(fact -> correction.isFor(fact.statement()))
            .forEach(
                fact -> write(lines, new Row(fact.id(), fact.version(), correction.changes())));
        ready = lines.toByteArray();
        at = 0;
      }
      return at < ready.length;
    } catch (ProblemException unanswered) {
      throw new IOException("the search broke off", unanswered);
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, ready.length - at);
    System.arraycopy(ready, at, buffer, offset, count);
    at += count;
    return count;
  }
}
