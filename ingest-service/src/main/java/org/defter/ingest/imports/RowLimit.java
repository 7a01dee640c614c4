package org.defter.ingest.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a reader when one row of a table takes more than so many characters, so that a quotation
 * mark left open does not draw the rest of the file into memory.
 */
final class RowLimit extends FilterReader {

  /** Room for a cell of 10 MB; cells that long are refused one by one. */
  static final int CHARACTERS = 16_000_000;

  private int left = CHARACTERS;

  RowLimit(Reader in) {
    super(in);
  }

  void newRow() {
    left = CHARACTERS;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    count(1);
    return character;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(count);
    return count;
  }

  private void count(int characters) throws IOException {
    left -= characters;
    if (left < 0) {
      throw new IOException("a row of more than %,d characters".formatted(CHARACTERS));
    }
  }
}
