package org.defter.core.log;

import java.util.HashMap;
import java.util.Map;
import org.defter.core.value.InvalidValue;

/** The hashes of a log of one size, looked up or computed from its tiles, each tile read once. */
final class Subtrees {

  private final Tiles tiles;
  private final long size;
  private final Map<Tile, byte[]> read = new HashMap<>();

  Subtrees(Tiles tiles, long size) {
    if (size < 0) {
      throw new InvalidValue("size", "a log's size is not below 0: " + size);
    }
    this.tiles = tiles;
    this.size = size;
  }

  Hash root() {
    return size == 0 ? MerkleTree.EMPTY_ROOT : over(0, size);
  }

  /** The hash over the leaves from {@code start} up to but without {@code end}, one at least. */
  Hash over(long start, long end) {
    long leaves = end - start;
    if (Long.bitCount(leaves) == 1 && start % leaves == 0) {
      return complete(Long.numberOfTrailingZeros(leaves), start / leaves);
    }
    long split = start + MerkleTree.split(leaves);
    return MerkleTree.node(over(start, split), over(split, end));
  }

  /**
   * The hash of a complete subtree.
   *
   * @param height 0 for a leaf
   * @param position which of its height, from 0
   */
  private Hash complete(int height, long position) {
    int level = height / Tile.HEIGHT;
    int inTile = height % Tile.HEIGHT;
    long first = position << inTile;
    Tile tile = Tile.holding(level, first + (1L << inTile) - 1, size);
    return within(hashes(tile), Math.toIntExact(first % Tile.FULL), inTile);
  }

  static Hash within(byte[] hashes, int first, int height) {
    if (height == 0) {
      return Hash.at(hashes, first * Hash.LENGTH);
    }
    int half = 1 << (height - 1);
    return MerkleTree.node(
        within(hashes, first, height - 1), within(hashes, first + half, height - 1));
  }

  private byte[] hashes(Tile tile) {
    return read.computeIfAbsent(tile, this::readWhole);
  }

  private byte[] readWhole(Tile tile) {
    byte[] hashes = tiles.read(tile);
    if (hashes.length < tile.width() * Hash.LENGTH) {
      throw new IllegalStateException(
          "the tile %s has %d bytes and needs %d"
              .formatted(tile.path(), hashes.length, tile.width() * Hash.LENGTH));
    }
    return hashes;
  }
}
