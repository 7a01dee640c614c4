package org.defter.core.log;

/** Where the tiles of a log are read: a database, a folder, another archive. */
@FunctionalInterface
public interface Tiles {

  /**
   * The hashes of a tile, one after the other, 32 bytes each.
   *
   * <p>A partial tile may be answered with what it has grown to since: its first hashes are the
   * same for ever, and only they are looked at.
   *
   * @throws RuntimeException when there is no such tile, or it cannot be read
   */
  byte[] read(Tile tile);
}
