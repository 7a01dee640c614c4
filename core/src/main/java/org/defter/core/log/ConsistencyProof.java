package org.defter.core.log;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.defter.core.value.InvalidValue;

/**
 * That a log only grew: its first leaves are still those it had at an earlier size (RFC 9162,
 * section 2.1.4).
 *
 * @param from how many leaves the log had, one at least: from an empty log, everything follows
 * @param to how many it has, at least as many
 * @param path the hashes from which both roots are computed; none when the sizes are the same
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

  /**
   * @throws InvalidValue when the sizes are not 1 ≤ from ≤ to
   */
  public ConsistencyProof {
    if (from < 1 || from > to) {
      throw new InvalidValue(
          "from", "a log of " + from + " entries cannot be shown to have grown into one of " + to);
    }
    path = List.copyOf(path);
  }

  /**
   * Proves the growth from the tiles of a log.
   *
   * @param to the later size, at most the log's present one
   * @throws InvalidValue when the sizes are not 1 ≤ from ≤ to
   */
  public static ConsistencyProof of(Tiles tiles, long from, long to) {
    ConsistencyProof bare = new ConsistencyProof(from, to, List.of());
    Subtrees subtrees = new Subtrees(tiles, to);
    List<Hash> fromRoot = new ArrayList<>();
    long start = 0;
    long end = to;
    while (from < end) {
      long split = start + MerkleTree.split(end - start);
      if (from <= split) {
        fromRoot.add(subtrees.over(split, end));
        end = split;
      } else {
        fromRoot.add(subtrees.over(start, split));
        start = split;
      }
    }
    // The old root itself is known to whoever asks, unless it was only a part of the old tree.
    if (start > 0) {
      fromRoot.add(subtrees.over(start, end));
    }
    return new ConsistencyProof(bare.from, to, fromRoot.reversed());
  }

  /**
   * Checks it: RFC 9162, section 2.1.4.2.
   *
   * @param fromRoot the root at the earlier size
   * @param toRoot the root at the later size
   * @throws NotProven when it does not prove that the one grew into the other
   */
  public void verify(Hash fromRoot, Hash toRoot) {
    if (from == to) {
      verifySame(fromRoot, toRoot);
      return;
    }
    // A complete old tree is itself the first node, and is left out of the path.
    boolean complete = Long.bitCount(from) == 1;
    Iterator<Hash> rest = path.iterator();
    if (!complete && !rest.hasNext()) {
      throw wrongLength();
    }
    Hash seed = complete ? fromRoot : rest.next();
    int shared = Long.numberOfTrailingZeros(from);
    Hash old = seed;
    Hash young = seed;
    long node = (from - 1) >>> shared;
    long last = (to - 1) >>> shared;
    while (rest.hasNext()) {
      Hash beside = rest.next();
      if (last == 0) {
        throw wrongLength();
      }
      if (node % 2 == 1 || node == last) {
        old = MerkleTree.node(beside, old);
        young = MerkleTree.node(beside, young);
        int missing = node % 2 == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= missing;
        last >>>= missing;
      } else {
        young = MerkleTree.node(young, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      throw wrongLength();
    }
    if (!old.equals(fromRoot)) {
      throw notGrown("it does not lead to the root of the smaller log");
    }
    if (!young.equals(toRoot)) {
      throw notGrown("it does not lead to the root of the larger log");
    }
  }

  private void verifySame(Hash fromRoot, Hash toRoot) {
    if (!path.isEmpty()) {
      throw wrongLength();
    }
    if (!fromRoot.equals(toRoot)) {
      throw new NotProven("there are two different logs of " + from + " entries");
    }
  }

  private NotProven notGrown(String why) {
    return new NotProven(
        "the log of %d entries is not shown to have grown out of the log of %d: %s"
            .formatted(to, from, why));
  }

  private NotProven wrongLength() {
    return notGrown("a proof of " + path.size() + " hashes cannot be right");
  }
}
