package org.defter.core.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/** Tiles as a store keeps them: one row for each place, growing. */
final class TilesInMemory implements Tiles {

  private record Place(int level, long index) {}

  private final Map<Place, byte[]> rows = new HashMap<>();
  private long size;
  private Hash root = MerkleTree.EMPTY_ROOT;

  Growth append(List<Hash> leaves) {
    Growth growth = Growth.of(this, size, leaves);
    growth.tiles().forEach((tile, row) -> rows.put(new Place(tile.level(), tile.index()), row));
    size = growth.size();
    root = growth.root();
    return growth;
  }

  long size() {
    return size;
  }

  Hash root() {
    return root;
  }

  @Override
  public byte[] read(Tile tile) {
    return Objects.requireNonNull(rows.get(new Place(tile.level(), tile.index())), tile.path());
  }

  /** Leaf hashes that differ, the same in every run. */
  static List<Hash> leaves(int count) {
    Random random = new Random(count);
    return IntStream.range(0, count)
        .mapToObj(_ -> {
          byte[] bytes = new byte[Hash.LENGTH];
          random.nextBytes(bytes);
          return Hash.of(bytes);
        })
        .toList();
  }
}
