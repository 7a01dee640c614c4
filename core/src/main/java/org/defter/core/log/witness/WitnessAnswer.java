package org.defter.core.log.witness;

import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignedNote;

/** What a witness says to a request: it cosigns, or says why not. */
public sealed interface WitnessAnswer {

  /**
   * It cosigns. The cosignature may be given away only once the note is kept.
   *
   * @param note the checkpoint with the signatures of the log that count, and the witness's own as
   *     the last
   */
  record Cosigned(SignedNote note) implements WitnessAnswer {

    /** What the log gets. */
    public NoteSignature cosignature() {
      return note.signatures().getLast();
    }
  }

  /** It does not know this log. */
  record UnknownLog(String detail) implements WitnessAnswer {}

  /** No key that counts signed the checkpoint, or a signature by one of them is false. */
  record NotSigned(String detail) implements WitnessAnswer {}

  /**
   * The proof is to begin elsewhere.
   *
   * @param size how many entries the log had when the witness last cosigned it
   */
  record AnotherSize(long size) implements WitnessAnswer {}

  /** The log is not shown to have grown out of what the witness saw before. */
  record NotGrown(String detail) implements WitnessAnswer {}
}
