package org.defter.localstack.witness;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Growth;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignerKey;
import org.defter.core.log.Tile;
import org.defter.core.log.witness.AddCheckpoint;

/** A log of some size; two of one history have the same first entries. */
record WatchedLog(Growth growth) {

  static final String ORIGIN = "example.org/archive";
  static final SignerKey KEY = SignerKey.generate(ORIGIN, SignatureType.NOTE, new SecureRandom());

  static WatchedLog of(String history, int size) {
    List<Hash> leaves =
        IntStream.range(0, size)
            .mapToObj(at -> MerkleTree.leaf((history + " " + at).getBytes(StandardCharsets.UTF_8)))
            .toList();
    return new WatchedLog(Growth.of(WatchedLog::none, 0, leaves));
  }

  private static byte[] none(Tile tile) {
    throw new IllegalStateException("an empty log has no tile " + tile.path());
  }

  Checkpoint checkpoint() {
    return new Checkpoint(ORIGIN, growth.size(), growth.root());
  }

  /** The request to who cosigned it at an earlier size. */
  AddCheckpoint since(long oldSize) {
    return AddCheckpoint.of(
        tile -> Objects.requireNonNull(growth.tiles().get(tile), tile.path()),
        oldSize,
        checkpoint().sign(List.of(KEY)));
  }
}
