package org.defter.core.log.witness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.ConsistencyProof;
import org.defter.core.log.Hash;
import org.defter.core.log.Notation;
import org.defter.core.log.SignedNote;
import org.defter.core.log.Tiles;
import org.defter.core.value.InvalidValue;

/**
 * The request to cosign a checkpoint: the body of {@code add-checkpoint}.
 *
 * @param oldSize how many entries the log had when the witness last cosigned it; 0 when it never
 *     did
 * @param proof the hashes of the proof that the log only grew since (RFC 9162, section 2.1.4); 63
 *     at most
 * @param note the checkpoint, signed by the log
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote note) {

  private static final String OLD = "old ";
  private static final int LONGEST_PROOF = 63;

  /**
   * @throws InvalidValue when the note is no checkpoint, the old size is not from 0 to that of the
   *     checkpoint, or the proof is longer than any can be
   */
  public AddCheckpoint {
    proof = List.copyOf(proof);
    long size = Checkpoint.parse(note.text()).size();
    if (oldSize < 0 || oldSize > size) {
      throw new InvalidValue(
          "old", "a log that has %d entries did not have %d before".formatted(size, oldSize));
    }
    if (proof.size() > LONGEST_PROOF) {
      throw new InvalidValue("proof", "has " + proof.size() + " hashes; no proof has more than 63");
    }
  }

  /**
   * The request to a witness that cosigned the log at an earlier size.
   *
   * @param tiles of the log, grown to the checkpoint at least
   * @throws InvalidValue when the old size is not from 0 to that of the checkpoint
   */
  public static AddCheckpoint of(Tiles tiles, long oldSize, SignedNote note) {
    AddCheckpoint bare = new AddCheckpoint(oldSize, List.of(), note);
    // Everything grows out of an empty log: of that there is no proof.
    return oldSize == 0
        ? bare
        : new AddCheckpoint(
            oldSize, ConsistencyProof.of(tiles, oldSize, bare.checkpoint().size()).path(), note);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws InvalidValue when it is anything else
   */
  public static AddCheckpoint parse(byte[] body) {
    String text = Notation.text("request", body);
    int blank = text.indexOf("\n\n");
    if (blank < 0 || !text.startsWith(OLD)) {
      throw new InvalidValue(
          "request",
          "is made of 'old' and a size, the hashes of a proof, an empty line, and a note");
    }
    List<String> head = List.of(text.substring(OLD.length(), blank).split("\n", -1));
    return new AddCheckpoint(
        Notation.number("old", head.getFirst()),
        head.stream().skip(1).map(Hash::fromBase64).toList(),
        SignedNote.parse(text.substring(blank + 2)));
  }

  /** What the note says; not yet known to be signed by anyone. */
  public Checkpoint checkpoint() {
    return Checkpoint.parse(note.text());
  }

  /** The body in UTF-8. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The body. */
  @Override
  public String toString() {
    String hashes = proof.stream().map(hash -> hash + "\n").collect(Collectors.joining());
    return OLD + oldSize + "\n" + hashes + "\n" + note;
  }
}
