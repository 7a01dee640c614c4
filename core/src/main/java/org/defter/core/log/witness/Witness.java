package org.defter.core.log.witness;

import java.time.Instant;
import java.util.List;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.ConsistencyProof;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.NotProven;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A witness: whose logs it watches, and with which key it says that it saw them.
 *
 * @param key its own, of the type {@link SignatureType#COSIGNATURE}
 * @param logs the keys of the logs, of the type {@link SignatureType#NOTE}; their names are the
 *     logs' origins
 */
public record Witness(SignerKey key, List<VerifierKey> logs) {

  /**
   * @throws InvalidValue when a key is of the other type
   */
  public Witness {
    logs = List.copyOf(logs);
    require(key.verifier(), SignatureType.COSIGNATURE, "a witness");
    logs.forEach(log -> require(log, SignatureType.NOTE, "a log"));
  }

  private static void require(VerifierKey key, SignatureType type, String whose) {
    if (key.type() != type) {
      throw new InvalidValue("key", key + " is not the key of " + whose);
    }
  }

  /**
   * Whether it cosigns. Nothing may happen to {@code latest} until the answer is kept: of two
   * requests decided at once, both would be cosigned, and the log could have forked between them.
   *
   * @param latest what it cosigned last of this log; null when it never did
   * @param now whole seconds are kept
   */
  public WitnessAnswer answer(@Nullable SignedNote latest, AddCheckpoint request, Instant now) {
    Checkpoint checkpoint = request.checkpoint();
    List<VerifierKey> trusted =
        logs.stream().filter(log -> log.name().equals(checkpoint.origin())).toList();
    if (trusted.isEmpty()) {
      return new WitnessAnswer.UnknownLog(
          "the log '%s' is not among those watched here".formatted(checkpoint.origin()));
    }
    List<NoteSignature> signatures;
    try {
      signatures = request.note().verified(trusted);
    } catch (NotProven notSigned) {
      return new WitnessAnswer.NotSigned(notSigned.detail());
    }
    Checkpoint seen =
        latest == null
            ? new Checkpoint(checkpoint.origin(), 0, MerkleTree.EMPTY_ROOT)
            : Checkpoint.parse(latest.text());
    if (request.oldSize() != seen.size()) {
      return new WitnessAnswer.AnotherSize(seen.size());
    }
    try {
      requireGrown(seen, checkpoint, request.proof());
    } catch (NotProven notGrown) {
      return new WitnessAnswer.NotGrown(notGrown.detail());
    }
    SignedNote once = new SignedNote(request.note().text(), signatures.subList(0, 1));
    return new WitnessAnswer.Cosigned(once.with(signatures).cosigned(key, now));
  }

  private static void requireGrown(Checkpoint seen, Checkpoint grown, List<Hash> proof) {
    if (grown.size() == 0 && !grown.root().equals(MerkleTree.EMPTY_ROOT)) {
      throw new NotProven("the root of a log without entries is not that of an empty tree");
    }
    if (seen.size() > 0) {
      new ConsistencyProof(seen.size(), grown.size(), proof).verify(seen.root(), grown.root());
    } else if (!proof.isEmpty()) {
      throw new NotProven("everything grows out of an empty log: there is no proof of that");
    }
  }
}
