package org.defter.ingest.masscorrection;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defter.core.detail.Detail;
import org.defter.ingest.batch.BatchRefused;
import org.jspecify.annotations.Nullable;

/** Reads a file of JSON Lines a line at a time, in constant memory; blank lines are passed over. */
final class JsonLines implements AutoCloseable {

  /** Bytes; ten times what the changes of a fact with a hundred qualifiers need. */
  static final int LINE_LIMIT = 1 << 20;

  private final InputStream in;
  private long line;

  private JsonLines(InputStream in) {
    this.in = in;
  }

  /**
   * A line.
   *
   * @param number counts from 1
   */
  record Line(long number, String text) {}

  static JsonLines open(Path file) {
    try {
      return new JsonLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The next line; null after the last one.
   *
   * @throws BatchRefused when a line is too long
   */
  @Nullable Line next() {
    try {
      for (String text = read(in); text != null; text = read(in)) {
        line++;
        if (!text.isBlank()) {
          return new Line(line, text);
        }
      }
      return null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A line without its end; null when there is no more. */
  static @Nullable String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (bytes.size() == LINE_LIMIT) {
        throw new BatchRefused(Detail.of("ingest.batch.line-too-long", LINE_LIMIT));
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
