package org.defter.core.log;

import java.util.List;

/** The hashes of a Merkle tree (RFC 9162, section 2.1.1; the same as RFC 6962, section 2.1). */
public final class MerkleTree {

  /** The root of the tree without leaves. */
  public static final Hash EMPTY_ROOT = Hash.sha256();

  private static final byte[] LEAF = {0};
  private static final byte NODE = 1;

  private MerkleTree() {}

  /** The hash of a leaf: of the bytes of one entry. */
  public static Hash leaf(byte[] entry) {
    return Hash.sha256(LEAF, entry);
  }

  /** The hash of the node over two others. */
  public static Hash node(Hash left, Hash right) {
    return Hash.sha256(NODE, left, right);
  }

  /** The root over these leaf hashes, all in memory. */
  public static Hash root(List<Hash> leaves) {
    return switch (leaves.size()) {
      case 0 -> EMPTY_ROOT;
      case 1 -> leaves.getFirst();
      default -> {
        int split = Math.toIntExact(split(leaves.size()));
        yield node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
      }
    };
  }

  /**
   * The root of a log as of an earlier or its present size, from its tiles.
   *
   * @param size how many of the log's first leaves the tree has
   */
  public static Hash root(Tiles tiles, long size) {
    return new Subtrees(tiles, size).root();
  }

  /** How many of two or more leaves stand on the left: the largest power of two below. */
  static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
