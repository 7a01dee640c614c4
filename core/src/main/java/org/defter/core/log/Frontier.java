package org.defter.core.log;

import org.jspecify.annotations.Nullable;

/**
 * The root over leaves that come one after the other, however many: of all before, only the roots
 * of the complete subtrees are kept, 64 at most.
 */
public final class Frontier {

  /** By height; one is there when the binary digit of the size is 1. */
  private final @Nullable Hash[] complete = new @Nullable Hash[Long.SIZE];

  /** Begins without leaves. */
  public Frontier() {}

  /** Takes the next leaf in. */
  public void add(Hash leaf) {
    Hash hash = leaf;
    int height = 0;
    for (Hash left = complete[0]; left != null; left = complete[height]) {
      hash = MerkleTree.node(left, hash);
      complete[height] = null;
      height++;
    }
    complete[height] = hash;
  }

  /** How many leaves there were. */
  public long size() {
    long size = 0;
    for (int height = 0; height < complete.length; height++) {
      size |= complete[height] == null ? 0 : 1L << height;
    }
    return size;
  }

  /** The root over all of them. */
  public Hash root() {
    Hash root = null;
    for (Hash left : complete) {
      if (left != null) {
        root = root == null ? left : MerkleTree.node(left, root);
      }
    }
    return root == null ? MerkleTree.EMPTY_ROOT : root;
  }
}
