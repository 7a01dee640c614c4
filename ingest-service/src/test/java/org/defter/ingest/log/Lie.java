package org.defter.ingest.log;

import java.security.SecureRandom;
import java.time.Instant;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.witness.AddCheckpoint;

/** What a witness may answer that should not be believed. */
enum Lie {
  ANOTHER_KEY("none of the given keys signed this") {
    @Override
    String body(AddCheckpoint request, SignerKey key) {
      SignerKey other =
          SignerKey.generate("witness.example", SignatureType.COSIGNATURE, new SecureRandom());
      return cosignature(request.note(), other, Instant.now());
    }
  },
  ANOTHER_CHECKPOINT("is not of this text") {
    @Override
    String body(AddCheckpoint request, SignerKey key) {
      Checkpoint other = new Checkpoint(LogSchema.ORIGIN, 1, request.checkpoint().root());
      SignedNote note = new SignedNote(other.toString(), request.note().signatures());
      return cosignature(note, key, Instant.now());
    }
  },
  ANOTHER_TIME("its clock is wrong") {
    @Override
    String body(AddCheckpoint request, SignerKey key) {
      return cosignature(request.note(), key, Instant.EPOCH);
    }
  },
  NOTHING("a signed note is text, an empty line, and a line for each signature") {
    @Override
    String body(AddCheckpoint request, SignerKey key) {
      return "";
    }
  },
  WITHOUT_END("it does not answer") {
    @Override
    String body(AddCheckpoint request, SignerKey key) {
      return "x".repeat(1_000_000);
    }
  };

  private final String said;

  Lie(String said) {
    this.said = said;
  }

  /** What the archive says of it. */
  String said() {
    return said;
  }

  abstract String body(AddCheckpoint request, SignerKey key);

  private static String cosignature(SignedNote note, SignerKey key, Instant at) {
    return note.cosigned(key, at).signatures().getLast() + "\n";
  }
}
