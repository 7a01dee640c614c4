package org.defter.ingest.masscorrection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defter.core.detail.Detail;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.UnfitJson;
import org.defter.core.value.InvalidValue;
import org.defter.ingest.batch.BatchFolders;
import org.defter.ingest.batch.BatchRefused;
import org.defter.ingest.problem.UnreadableRequest;
import tools.jackson.core.JacksonException;

/** A mass correction on its way from the client to the disk. */
final class Upload {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream body;

  Upload(InputStream body) {
    this.body = new BufferedInputStream(body, BUFFER_BYTES);
  }

  /**
   * Reads the first line.
   *
   * @throws InvalidValue when it is not one
   */
  CorrectionOrder order() throws IOException {
    try {
      String line = JsonLines.read(body);
      return ArchiveJson.mapper().readValue(line == null ? "" : line, CorrectionOrder.class);
    } catch (JacksonException unread) {
      UnfitJson unfit = UnfitJson.of(unread);
      throw new InvalidValue(unfit.field(), Detail.of("ingest.batch.first-line", unfit.detail()));
    } catch (BatchRefused tooLong) {
      throw new InvalidValue("reason", tooLong.why());
    }
  }

  /**
   * Keeps the lines after it.
   *
   * @throws UnreadableRequest when there are too many bytes
   */
  void keepRows(BatchFolders folders, String batch, long limitBytes) throws IOException {
    try {
      copy(CorrectionOrder.rows(folders.create(batch)), limitBytes);
    } catch (IOException brokenOff) {
      folders.discard(batch);
      throw brokenOff;
    }
  }

  private void copy(Path file, long limitBytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long left = limitBytes;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw UnreadableRequest.tooLarge(limitBytes);
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
