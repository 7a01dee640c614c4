package org.defter.core.log.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.defter.core.id.FactId;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Growth;
import org.defter.core.log.Hash;
import org.defter.core.log.InclusionProof;
import org.defter.core.log.LoggedEvent;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.Tile;
import org.defter.core.log.Tiles;

/**
 * The history of one fact in a small log: recorded, a correction proposed and accepted, corrected.
 */
final class EvidenceSample {

  static final String ORIGIN = "example.org/archive";
  static final SignerKey LOG = key(ORIGIN, SignatureType.NOTE, 1);
  static final SignerKey WITNESS = key("witness.example", SignatureType.COSIGNATURE, 2);

  private static final int SIZE = 300;
  private static final int FIRST = 17;
  private static final int STEP = 60;

  private EvidenceSample() {}

  /**
   * The events of the fact {@code f1} and of the correction {@code c1}, in the order of the log.
   */
  static List<LoggedEvent> history() {
    return List.of(
        event("fact/f1", 0, "archive.fact.recorded.v1"),
        event("correction/c1", 0, "archive.correction.proposed.v1"),
        event("correction/c1", 1, "archive.correction.accepted.v1"),
        event("fact/f1", 1, "archive.fact.corrected.v1"));
  }

  static LoggedEvent event(String of, long sequenceNumber, String type) {
    return new LoggedEvent(
        of,
        sequenceNumber,
        "0198f1d4-7c1e-7000-8000-00000000000" + sequenceNumber,
        "2026-02-03T04:05:06.00000" + sequenceNumber + "Z",
        type,
        null,
        approved(type),
        "{\"origin\":{\"actor\":{\"id\":\"maria\",\"role\":\"archivist\"},\"commandId\":\"c\"}}");
  }

  static Evidence evidence(List<LoggedEvent> events) {
    List<Long> places = new ArrayList<>();
    List<Hash> leaves = new ArrayList<>(filler());
    for (int at = 0; at < events.size(); at++) {
      places.add((long) (FIRST + at * STEP));
      leaves.set(FIRST + at * STEP, events.get(at).leaf());
    }
    Growth log = Growth.of(EvidenceSample::none, 0, leaves);
    Tiles tiles = tile -> Objects.requireNonNull(log.tiles().get(tile));
    List<InclusionProof> proofs = InclusionProof.of(tiles, places, SIZE);
    List<Entry> entries = new ArrayList<>();
    for (int at = 0; at < events.size(); at++) {
      entries.add(new Entry(events.get(at), proofs.get(at)));
    }
    SignedNote checkpoint =
        new Checkpoint(ORIGIN, SIZE, log.root())
            .sign(List.of(LOG))
            .cosigned(WITNESS, Instant.parse("2026-02-04T00:00:00Z"));
    return new Evidence(
        ORIGIN, new FactId("f1"), entries, checkpoint, List.of(LOG.verifier(), WITNESS.verifier()));
  }

  private static byte[] none(Tile tile) {
    throw new IllegalStateException("an empty log has no tile " + tile.path());
  }

  private static List<Hash> filler() {
    List<Hash> leaves = new ArrayList<>();
    for (int at = 0; at < SIZE; at++) {
      leaves.add(MerkleTree.leaf(("other " + at).getBytes(StandardCharsets.UTF_8)));
    }
    return leaves;
  }

  private static String approved(String type) {
    try (InputStream file = EvidenceSample.class.getResourceAsStream("/events/" + type + ".json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** The same key in every run. */
  static SignerKey key(String name, SignatureType type, int seed) {
    return SignerKey.generate(name, type, new Same((byte) seed));
  }

  private static final class Same extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte seed;

    Same(byte seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, seed);
    }
  }
}
