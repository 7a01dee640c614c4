package org.defter.ingest.log;

import org.defter.core.log.Tile;

/** The log has no such tile, or it has not grown so far. */
final class MissingTile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingTile(Tile tile) {
    super("the log has no " + tile.path());
  }
}
