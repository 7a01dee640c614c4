package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {

  @Test
  void hasTheRootOfTheTreeAtEverySize() {
    Frontier frontier = new Frontier();
    List<Hash> leaves = new ArrayList<>();
    assertThat(frontier.root()).isEqualTo(MerkleTree.EMPTY_ROOT);
    for (int size = 1; size <= 600; size++) {
      Hash leaf = MerkleTree.leaf(new byte[] {(byte) size, (byte) (size >> 8)});
      leaves.add(leaf);
      frontier.add(leaf);
      assertThat(frontier.size()).isEqualTo(size);
      assertThat(frontier.root()).as("size %d", size).isEqualTo(MerkleTree.root(leaves));
    }
  }
}
