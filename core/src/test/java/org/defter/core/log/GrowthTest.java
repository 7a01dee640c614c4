package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;

class GrowthTest {

  @Test
  void growsToTheSameRootInWhateverSteps() {
    List<Hash> leaves = TilesInMemory.leaves(1500);
    Random random = new Random(1);
    TilesInMemory tiles = new TilesInMemory();
    while (tiles.size() < leaves.size()) {
      int from = (int) tiles.size();
      int to = Math.min(leaves.size(), from + random.nextInt(random.nextBoolean() ? 4 : 400));
      Growth growth = tiles.append(leaves.subList(from, to));

      assertThat(growth.size()).isEqualTo(to);
      assertThat(growth.root()).isEqualTo(MerkleTree.root(leaves.subList(0, to)));
    }
  }

  @Test
  void knowsTheRootOfEveryEarlierSize() {
    List<Hash> leaves = TilesInMemory.leaves(600);
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(leaves);

    for (int size = 0; size <= leaves.size(); size++) {
      assertThat(MerkleTree.root(tiles, size)).isEqualTo(MerkleTree.root(leaves.subList(0, size)));
    }
  }

  @Test
  void writesTheTilesThatTheSpecificationCounts() {
    TilesInMemory tiles = new TilesInMemory();
    List<Tile> written = List.copyOf(tiles.append(TilesInMemory.leaves(70_000)).tiles().keySet());

    assertThat(written.stream().filter(tile -> tile.level() == 0 && !tile.isPartial()))
        .hasSize(273);
    assertThat(written.stream().filter(Tile::isPartial))
        .containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
    assertThat(written).contains(new Tile(1, 0, 256)).hasSize(277);
  }

  @Test
  void aTileThatIsJustFullIsOnceInTheLevelAbove() {
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(TilesInMemory.leaves(255));

    assertThat(tiles.append(TilesInMemory.leaves(1)).tiles().keySet())
        .containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
  }

  @Test
  void writesOnlyWhatOneMoreLeafChanges() {
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(TilesInMemory.leaves(1000));

    assertThat(tiles.append(TilesInMemory.leaves(1)).tiles().keySet())
        .containsExactly(new Tile(0, 3, 233));
  }

  @Test
  void changesNothingWithoutLeaves() {
    TilesInMemory tiles = new TilesInMemory();
    Hash before = tiles.append(TilesInMemory.leaves(300)).root();

    Growth growth = tiles.append(List.of());

    assertThat(growth.tiles()).isEmpty();
    assertThat(growth.root()).isEqualTo(before);
    assertThat(growth.size()).isEqualTo(300);
  }

  @Test
  void provesEveryLeafAtEverySize() {
    List<Hash> leaves = TilesInMemory.leaves(70);
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(leaves);

    for (int size = 1; size <= leaves.size(); size++) {
      Hash root = MerkleTree.root(leaves.subList(0, size));
      List<InclusionProof> proofs =
          InclusionProof.of(tiles, LongStream.range(0, size).boxed().toList(), size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = proofs.get(index);
        proof.verify(leaves.get(index), root);
        Hash other = leaves.get((index + 1) % 71 % leaves.size());
        assertThatThrownBy(() -> proof.verify(other, root)).isInstanceOf(NotProven.class);
      }
    }
  }

  @Test
  void provesTheGrowthBetweenAnyTwoSizes() {
    List<Hash> leaves = TilesInMemory.leaves(70);
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(leaves);
    List<Hash> roots = new ArrayList<>();
    for (int size = 0; size <= leaves.size(); size++) {
      roots.add(MerkleTree.root(leaves.subList(0, size)));
    }

    for (int to = 1; to <= leaves.size(); to++) {
      for (int from = 1; from <= to; from++) {
        ConsistencyProof proof = ConsistencyProof.of(tiles, from, to);
        proof.verify(roots.get(from), roots.get(to));
        Hash other = roots.get(from - 1);
        Hash later = roots.get(to);
        assertThatThrownBy(() -> proof.verify(other, later)).isInstanceOf(NotProven.class);
      }
    }
  }

  @Test
  void provesAcrossManyTiles() {
    List<Hash> leaves = TilesInMemory.leaves(70_000);
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(leaves.subList(0, 66_000));
    Hash earlier = tiles.root();
    tiles.append(leaves.subList(66_000, 70_000));

    for (long index : List.of(0L, 255L, 256L, 65_535L, 65_536L, 69_887L, 69_888L, 69_999L)) {
      InclusionProof.of(tiles, index, 70_000).verify(leaves.get((int) index), tiles.root());
    }
    ConsistencyProof.of(tiles, 66_000, 70_000).verify(earlier, tiles.root());
    assertThat(MerkleTree.root(tiles, 66_000)).isEqualTo(earlier);
  }

  @Test
  void refusesToProveWhatTheLogDoesNotHave() {
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(TilesInMemory.leaves(3));

    assertThatThrownBy(() -> InclusionProof.of(tiles, 3, 3))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("a log of 3 entries has no entry 3");
    assertThatThrownBy(() -> ConsistencyProof.of(tiles, 0, 3)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> ConsistencyProof.of(tiles, 3, 2)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> MerkleTree.root(tiles, 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the tile tile/0/000.p/4 has 96 bytes and needs 128");
  }
}
