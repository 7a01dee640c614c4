package org.defter.core.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a log is after further leaves: its size, its root, and every tile that is new or has grown,
 * whole. Whoever stores them all has stored the growth, and nothing else needs to be touched.
 *
 * @param size how many leaves the log now has
 * @param root its root now
 * @param tiles the tiles that changed, with their hashes; a tile that became full is there once,
 *     full
 */
public record Growth(long size, Hash root, SortedMap<Tile, byte[]> tiles) {

  public Growth {
    tiles = Collections.unmodifiableSortedMap(tiles);
  }

  /**
   * Appends leaves to a log.
   *
   * @param before the tiles of the log as it was; only the last of each level is read, and only if
   *     it is partial
   * @param size how many leaves it had
   * @param leaves the hashes of the further leaves, in order
   */
  public static Growth of(Tiles before, long size, List<Hash> leaves) {
    SortedMap<Tile, byte[]> changed = new TreeMap<>();
    List<Hash> added = leaves;
    for (int level = 0; !added.isEmpty(); level++) {
      added = append(before, changed, level, Tile.hashes(level, size), added);
    }
    long grown = Math.addExact(size, leaves.size());
    Hash root = MerkleTree.root(tile -> reread(before, changed, tile), grown);
    return new Growth(grown, root, changed);
  }

  /** Appends to one level; answers the roots of the tiles that became full, for the level above. */
  private static List<Hash> append(
      Tiles before, SortedMap<Tile, byte[]> changed, int level, long hashes, List<Hash> added) {
    List<Hash> full = new ArrayList<>();
    long index = hashes / Tile.FULL;
    int width = Math.toIntExact(hashes % Tile.FULL);
    byte[] partial = width == 0 ? new byte[0] : before.read(new Tile(level, index, width));
    int taken = 0;
    while (taken < added.size()) {
      int more = Math.min(Tile.FULL - width, added.size() - taken);
      ByteBuffer row = ByteBuffer.allocate((width + more) * Hash.LENGTH);
      row.put(partial, 0, width * Hash.LENGTH);
      added.subList(taken, taken + more).forEach(hash -> hash.putInto(row));
      Tile tile = new Tile(level, index, width + more);
      changed.put(tile, row.array());
      if (!tile.isPartial()) {
        full.add(Subtrees.within(row.array(), 0, Tile.HEIGHT));
      }
      taken += more;
      index++;
      width = 0;
    }
    return full;
  }

  private static byte[] reread(Tiles before, SortedMap<Tile, byte[]> changed, Tile tile) {
    byte[] hashes = changed.get(tile);
    return hashes == null ? before.read(tile) : hashes;
  }
}
