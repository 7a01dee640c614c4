package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What others test their verifiers with: the cases of transparency-dev/merkle, in tables of our
 * own. Where they put a root or a leaf that is no hash (a few words), the table has the SHA-256 of
 * those words, for here a hash has 32 bytes; a hash of no bytes is written {@code -} in a path.
 */
class MerkleVectorsTest {

  private static final String PROVEN = "proven";
  private static final String REFUSED = "refused";

  @ParameterizedTest
  @CsvFileSource(resources = "/log/inclusion.csv", useHeadersInDisplayName = true)
  void judgesInclusionAsOthersDo(
      String name,
      String index,
      String size,
      @Nullable String root,
      @Nullable String leaf,
      @Nullable String path,
      String verdict) {
    assertThat(
            verdict(() ->
                new InclusionProof(number(index), number(size), path(path))
                    .verify(hash(leaf), hash(root))))
        .as(name)
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/log/consistency.csv", useHeadersInDisplayName = true)
  void judgesConsistencyAsOthersDo(
      String name,
      String from,
      String to,
      @Nullable String root,
      @Nullable String laterRoot,
      @Nullable String path,
      String verdict) {
    assertThat(
            verdict(() ->
                new ConsistencyProof(number(from), number(to), path(path))
                    .verify(hash(root), hash(laterRoot))))
        .as(name)
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/log/roots.csv", useHeadersInDisplayName = true)
  void hashesATreeAsOthersDo(int size, @Nullable String entry, String root) {
    List<Hash> leaves = new ArrayList<>();
    for (String hex :
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f")) {
      leaves.add(MerkleTree.leaf(HexFormat.of().parseHex(hex)));
    }
    assertThat(leaves.get(size - 1))
        .isEqualTo(MerkleTree.leaf(HexFormat.of().parseHex(entry == null ? "" : entry)));
    TilesInMemory tiles = new TilesInMemory();

    assertThat(MerkleTree.root(leaves.subList(0, size))).isEqualTo(Hash.fromHex(root));
    assertThat(tiles.append(leaves.subList(0, size)).root()).isEqualTo(Hash.fromHex(root));
  }

  @Test
  void theEmptyTreeHashesNothing() {
    assertThat(MerkleTree.EMPTY_ROOT.hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(MerkleTree.root(List.of())).isEqualTo(MerkleTree.EMPTY_ROOT);
  }

  private static String verdict(Runnable verification) {
    try {
      verification.run();
      return PROVEN;
    } catch (InvalidValue | NotProven _) {
      return REFUSED;
    }
  }

  private static long number(String decimal) {
    return Notation.number("size", decimal);
  }

  private static Hash hash(@Nullable String base64) {
    return Hash.fromBase64(base64 == null ? "" : base64);
  }

  private static List<Hash> path(@Nullable String hashes) {
    return hashes == null
        ? List.of()
        : Stream.of(hashes.split(" ", -1)).map(Hash::fromBase64).toList();
  }
}
