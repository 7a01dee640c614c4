package org.defter.core.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root over leaves that come one after the other, however many: of all before, only the roots
 * of the complete subtrees are kept, 64 at most.
 */
public final class Frontier {

  private final @Nullable Hash[] complete = new @Nullable Hash[Long.SIZE];
  private long size;

  /** Takes the next leaf in. */
  public void add(Hash leaf) {
    Hash hash = leaf;
    int height = 0;
    for (long left = size; (left & 1) == 1; left >>>= 1) {
      hash = MerkleTree.node(complete(height), hash);
      height++;
    }
    complete[height] = hash;
    size++;
  }

  /** How many leaves there were. */
  public long size() {
    return size;
  }

  /** The root over all of them. */
  public Hash root() {
    if (size == 0) {
      return MerkleTree.EMPTY_ROOT;
    }
    int lowest = Long.numberOfTrailingZeros(size);
    Hash root = complete(lowest);
    for (int height = lowest + 1; height < Long.SIZE; height++) {
      if ((size >>> height & 1) == 1) {
        root = MerkleTree.node(complete(height), root);
      }
    }
    return root;
  }

  private Hash complete(int height) {
    return Objects.requireNonNull(complete[height], "the size says it is there");
  }
}
