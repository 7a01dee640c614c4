package org.defter.core.log.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.defter.core.id.FactId;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.NotProven;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;

/**
 * What proves a fact's history: its events as logged, their proofs, and the checkpoint they lead
 * to.
 *
 * @param archive which log: the origin of its checkpoints
 * @param fact whose history it is
 * @param entries in the order of the log: every event of the fact, and those of the corrections
 *     proposed to it
 * @param checkpoint the log's, signed, perhaps cosigned
 * @param signers the public keys that signed it, one for each signature, in the same order. They
 *     let every signature be checked; which of them to trust, the reader has learnt elsewhere
 */
public record Evidence(
    String archive,
    FactId fact,
    List<Entry> entries,
    SignedNote checkpoint,
    List<VerifierKey> signers) {

  public Evidence {
    entries = List.copyOf(entries);
    signers = List.copyOf(signers);
  }

  /** The size and root that the entries' proofs lead to; not yet known to be signed by anyone. */
  public Checkpoint tree() {
    return Checkpoint.parse(checkpoint.text());
  }

  /**
   * The file: one JSON document in the form of RFC 8785.
   *
   * @throws InvalidValue when an event has no such form
   */
  public byte[] bytes() {
    return EvidenceFile.of(this).canonical().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #bytes} wrote, and nothing else. Nothing is proven by that.
   *
   * @throws InvalidValue when a single byte is not as it would be written
   */
  public static Evidence parse(byte[] file) {
    Evidence evidence = EvidenceFile.read(file).evidence();
    if (!Arrays.equals(evidence.bytes(), file)) {
      throw new InvalidValue("evidence", "is not written as evidence is: a part of it was changed");
    }
    return evidence;
  }

  /**
   * Checks everything a file of evidence says.
   *
   * @param trusted public keys of the archive, and of witnesses, that the reader trusts
   */
  public static Verdict verify(byte[] file, Collection<VerifierKey> trusted) {
    try {
      return new EvidenceCheck(parse(file), trusted).verdict();
    } catch (InvalidValue | NotProven refusal) {
      return new Verdict.Refused(String.valueOf(refusal.getMessage()));
    }
  }
}
