package org.defter.core.log;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.value.InvalidValue;

/**
 * That a leaf is in a log of a certain size (RFC 9162, section 2.1.3).
 *
 * @param index which leaf, from 0
 * @param size how many leaves the log has
 * @param path the hashes beside the way from the leaf to the root, the leaf's neighbour first
 */
public record InclusionProof(long index, long size, List<Hash> path) {

  /**
   * @throws InvalidValue when a log of this size has no such leaf
   */
  public InclusionProof {
    if (index < 0 || index >= size) {
      throw new InvalidValue("index", "a log of " + size + " entries has no entry " + index);
    }
    path = List.copyOf(path);
  }

  /**
   * Proves a leaf from the tiles of a log.
   *
   * @param size as of which size of the log, at most its present one
   * @throws InvalidValue when a log of this size has no such leaf
   */
  public static InclusionProof of(Tiles tiles, long index, long size) {
    return of(new Subtrees(tiles, size), index, size);
  }

  /** Proves several leaves as of one size; a tile they share is read once. */
  public static List<InclusionProof> of(Tiles tiles, List<Long> indexes, long size) {
    Subtrees subtrees = new Subtrees(tiles, size);
    return indexes.stream().map(index -> of(subtrees, index, size)).toList();
  }

  private static InclusionProof of(Subtrees subtrees, long index, long size) {
    InclusionProof bare = new InclusionProof(index, size, List.of());
    List<Hash> fromRoot = new ArrayList<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long split = start + MerkleTree.split(end - start);
      if (index < split) {
        fromRoot.add(subtrees.over(split, end));
        end = split;
      } else {
        fromRoot.add(subtrees.over(start, split));
        start = split;
      }
    }
    return new InclusionProof(bare.index, size, fromRoot.reversed());
  }

  /**
   * Checks it: RFC 9162, section 2.1.3.2.
   *
   * @param leaf the hash of the leaf
   * @param root the root of the log at this size
   * @throws NotProven when it does not prove that
   */
  public void verify(Hash leaf, Hash root) {
    if (!rootOver(leaf).equals(root)) {
      throw new NotProven(
          "entry "
              + index
              + " is not in the log as given: its proof does not lead to the root of the log of "
              + size
              + " entries");
    }
  }

  private Hash rootOver(Hash leaf) {
    long node = index;
    long last = size - 1;
    Hash root = leaf;
    for (Hash beside : path) {
      if (last == 0) {
        throw wrongLength();
      }
      if (node % 2 == 1 || node == last) {
        root = MerkleTree.node(beside, root);
        int missing = node % 2 == 1 ? 0 : Long.numberOfTrailingZeros(node);
        // Where the tree's right edge has no neighbour, the hash goes up as it is.
        node >>>= missing;
        last >>>= missing;
      } else {
        root = MerkleTree.node(root, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      throw wrongLength();
    }
    return root;
  }

  private NotProven wrongLength() {
    return new NotProven(
        "the proof of entry "
            + index
            + " has "
            + path.size()
            + " hashes, which cannot be right in a log of "
            + size
            + " entries");
  }
}
