package org.defter.query.result;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.defter.query.search.SearchRequest;
import org.defter.query.search.WholeResult;
import org.defter.query.search.WholeResult.Batch;
import org.springframework.stereotype.Component;

/**
 * Sends a whole result set, fact by fact, so that its size does not matter. When the search index
 * fails in the middle, the connection is broken off: a file that ended properly is complete.
 */
@Component
final class ResultFile {

  private final WholeResult result;

  ResultFile(WholeResult result) {
    this.result = result;
  }

  void send(
      SearchRequest asked, List<Locale> readers, ResultFormat format, HttpServletResponse response)
      throws IOException {
    response.setContentType(format.mediaType());
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Vary", "Accept, Accept-Language");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"%s\"".formatted(format.fileName()));
    Writer writer = response.getWriter();
    writer.write(format.head());
    result.each(asked, readers, batch -> write(batch, format, writer));
    writer.flush();
  }

  private static void write(Batch batch, ResultFormat format, Writer writer) throws IOException {
    for (var fact : batch.facts()) {
      writer.write(format.line(fact, batch.labels()));
    }
  }
}
