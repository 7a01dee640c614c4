package org.defter.ingest.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.witness.AddCheckpoint;
import org.defter.ingest.log.Cosignatures.Cosignature;
import org.defter.ingest.log.WitnessClient.AnotherSize;
import org.defter.ingest.log.WitnessClient.Cosigned;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one witness see the newest checkpoint, and keeps what it cosigned. */
final class WitnessFollower {

  /** What a witness's clock may be wrong by. */
  private static final Duration CLOCK_ERROR = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(WitnessFollower.class);

  private final WitnessClient witness;
  private final LogTree tree;
  private final Checkpoints checkpoints;
  private final Cosignatures cosignatures;
  private volatile @Nullable String trouble;

  WitnessFollower(
      WitnessClient witness, LogTree tree, Checkpoints checkpoints, Cosignatures cosignatures) {
    this.witness = witness;
    this.tree = tree;
    this.checkpoints = checkpoints;
    this.cosignatures = cosignatures;
  }

  VerifierKey key() {
    return witness.key();
  }

  /** Why it does not cosign; null while all is well. */
  @Nullable String trouble() {
    return trouble;
  }

  /**
   * Submits the newest checkpoint, unless the witness saw it.
   *
   * @return whether all is well
   */
  boolean step() throws InterruptedException {
    try {
      Optional<SignedNote> newest = checkpoints.newest();
      if (newest.isPresent()) {
        submit(newest.get());
      }
      if (trouble != null) {
        log.info("the witness {} cosigns again", key().name());
      }
      trouble = null;
      return true;
    } catch (RuntimeException failed) {
      String words = String.valueOf(failed.getMessage());
      if (!words.equals(trouble)) {
        log.warn("the witness {} does not cosign the log: {}", key().name(), words);
      }
      trouble = words;
      return false;
    }
  }

  private void submit(SignedNote note) throws InterruptedException {
    long size = Checkpoint.parse(note.text()).size();
    Optional<Cosignature> last = cosignatures.newest(key());
    if (last.filter(known -> known.size() == size).isPresent()) {
      return;
    }
    // Not the last that it cosigned, should its answer have been lost: then it says so itself.
    long seen = last.map(Cosignature::size).orElse(0L);
    WitnessClient.Answer answer = witness.add(AddCheckpoint.of(tree, seen, note));
    if (answer instanceof AnotherSize(long told)) {
      requireHonest(told, seen);
      if (told > size) {
        // Another node of the archive was quicker: its checkpoint is the next to be looked at.
        return;
      }
      answer = witness.add(AddCheckpoint.of(tree, told, note));
    }
    if (answer instanceof Cosigned(NoteSignature cosignature)) {
      keep(size, cosignature);
    }
  }

  private void requireHonest(long told, long seen) {
    if (told < seen) {
      throw new WitnessTrouble(
          ("it cosigned %d entries of this log before and now says %d: it forgot what it saw, and what it"
                  + " cosigns with this key proves nothing any more. Its operator must begin with a new key")
              .formatted(seen, told));
    }
    long size = checkpoints.newest().map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
    if (told > size) {
      throw new WitnessTrouble(
          ("it saw %d entries of this log, and this archive has %d: it was set back to an earlier state."
                  + " Restore the newest backup")
              .formatted(told, size));
    }
  }

  private void keep(long size, NoteSignature cosignature) {
    Instant seen = cosignature.cosignedAt();
    if (Duration.between(seen, Instant.now()).abs().compareTo(CLOCK_ERROR) > 0) {
      throw new WitnessTrouble(
          "it says that it saw the log at %s: its clock is wrong, or this archive's"
              .formatted(seen));
    }
    cosignatures.keep(new Cosignature(size, key(), cosignature, seen));
  }
}
