package org.defter.core.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.witness.WitnessAnswer.AnotherSize;
import org.defter.core.log.witness.WitnessAnswer.Cosigned;
import org.defter.core.log.witness.WitnessAnswer.NotGrown;
import org.defter.core.log.witness.WitnessAnswer.NotSigned;
import org.defter.core.log.witness.WitnessAnswer.UnknownLog;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final SignerKey OWN = key("witness.example", SignatureType.COSIGNATURE);
  private static final SignerKey STRANGER = key("stranger.example", SignatureType.NOTE);
  private static final Witness WITNESS = new Witness(OWN, List.of(WatchedLog.KEY.verifier()));

  private static SignerKey key(String name, SignatureType type) {
    return WatchedLog.key(name, type);
  }

  private static WitnessAnswer answer(@Nullable SignedNote latest, AddCheckpoint request) {
    return WITNESS.answer(latest, request, NOW);
  }

  /** Has the witness cosign a log, and answers what it keeps. */
  private static SignedNote cosigned(@Nullable SignedNote latest, AddCheckpoint request) {
    WitnessAnswer answer = answer(latest, request);
    assertThat(answer).isInstanceOf(Cosigned.class);
    return ((Cosigned) answer).note();
  }

  @Test
  void cosignsALogItNeverSaw() {
    WatchedLog log = WatchedLog.of("a", 5);

    assertThat(answer(null, log.since(0)))
        .asInstanceOf(type(Cosigned.class))
        .satisfies(answer -> {
          assertThat(
                  Checkpoint.verified(
                      answer.note(), Set.of(WatchedLog.KEY.verifier(), OWN.verifier())))
              .isEqualTo(log.checkpoint());
          assertThat(answer.cosignature().key()).isEqualTo(OWN.verifier().id());
          assertThat(answer.cosignature().cosignedAt()).isEqualTo(NOW);
        });
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "1, 1", "1, 2", "3, 7", "4, 7", "8, 300", "256, 257", "300, 300"})
  void cosignsALogThatGrewOutOfTheOneItSaw(int before, int after) {
    SignedNote latest = cosigned(null, WatchedLog.of("a", before).since(0));

    assertThat(answer(latest, WatchedLog.of("a", after).since(before)))
        .isInstanceOf(Cosigned.class);
  }

  @Test
  void keepsOnlySignaturesThatCount() {
    SignedNote signed = WatchedLog.of("a", 2).checkpoint().sign(List.of(STRANGER, WatchedLog.KEY));
    SignedNote kept = cosigned(null, new AddCheckpoint(0, List.of(), signed));

    assertThat(kept.signatures().stream().map(NoteSignature::key))
        .containsExactly(WatchedLog.KEY.verifier().id(), OWN.verifier().id());
  }

  @Test
  void keepsASignatureThatIsThereAHundredTimesOnce() {
    SignedNote signed = WatchedLog.of("a", 2).note();
    SignedNote often =
        new SignedNote(signed.text(), Collections.nCopies(100, signed.signatures().getFirst()));

    assertThat(cosigned(null, new AddCheckpoint(0, List.of(), often)).signatures()).hasSize(2);
  }

  @Test
  void goesOnWhenALogChangesItsKey() {
    SignerKey next = key(WatchedLog.ORIGIN, SignatureType.NOTE);
    Witness told = new Witness(OWN, List.of(WatchedLog.KEY.verifier(), next.verifier()));
    SignedNote latest = cosigned(null, WatchedLog.of("a", 2).since(0));
    AddCheckpoint grown = WatchedLog.of("a", 4).since(2);
    SignedNote byTheNext = grown.checkpoint().sign(List.of(next));

    assertThat(told.answer(latest, new AddCheckpoint(2, grown.proof(), byTheNext), NOW))
        .isInstanceOf(Cosigned.class);
    assertThat(answer(latest, new AddCheckpoint(2, grown.proof(), byTheNext)))
        .isInstanceOf(NotSigned.class);
  }

  @Test
  void doesNotKnowOtherLogs() {
    SignedNote other =
        new Checkpoint("stranger.example", 0, MerkleTree.EMPTY_ROOT).sign(List.of(STRANGER));

    assertThat(answer(null, new AddCheckpoint(0, List.of(), other)))
        .isEqualTo(new UnknownLog("the log 'stranger.example' is not among those watched here"));
  }

  @Test
  void refusesWhatTheLogDidNotSign() {
    WatchedLog log = WatchedLog.of("a", 5);
    SignerKey imitator = key(WatchedLog.ORIGIN, SignatureType.NOTE);

    for (SignerKey key : List.of(STRANGER, imitator)) {
      SignedNote note = log.checkpoint().sign(List.of(key));
      assertThat(answer(null, new AddCheckpoint(0, List.of(), note))).isInstanceOf(NotSigned.class);
    }
  }

  /** As signed-note says of a key that is known. */
  @Test
  void refusesASignatureThatIsNotOfThisText() {
    SignedNote signed = WatchedLog.of("a", 5).note();
    SignedNote forged = new SignedNote(WatchedLog.of("b", 5).note().text(), signed.signatures());

    assertThat(answer(null, new AddCheckpoint(0, List.of(), forged)))
        .isEqualTo(new NotSigned("the signature of example.org/archive is not of this text"));
  }

  @ParameterizedTest
  @CsvSource({"5, 0, 9", "5, 4, 9", "5, 6, 9", "5, 0, 4", "5, 3, 4", "0, 1, 2"})
  void saysWhichSizeItSawLast(int seen, long oldSize, int size) {
    SignedNote latest = cosigned(null, WatchedLog.of("a", seen).since(0));

    assertThat(answer(latest, WatchedLog.of("a", size).since(oldSize)))
        .isEqualTo(new AnotherSize(seen));
  }

  @Test
  void neverCosignsTwoLogsOfOneSize() {
    SignedNote latest = cosigned(null, WatchedLog.of("a", 5).since(0));

    assertThat(answer(latest, WatchedLog.of("b", 5).since(5)))
        .isEqualTo(new NotGrown("there are two different logs of 5 entries"));
    assertThat(answer(latest, WatchedLog.of("a", 5).since(5))).isInstanceOf(Cosigned.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "4, 8", "5, 9", "255, 257", "256, 512"})
  void refusesALogThatForked(int before, int after) {
    SignedNote latest = cosigned(null, WatchedLog.of("a", before).since(0));

    assertThat(answer(latest, WatchedLog.of("b", after).since(before)))
        .isInstanceOf(NotGrown.class);
  }

  @Test
  void refusesEveryProofButTheRightOne() {
    SignedNote latest = cosigned(null, WatchedLog.of("a", 5).since(0));
    AddCheckpoint right = WatchedLog.of("a", 9).since(5);
    List<Hash> proof = right.proof();

    for (List<Hash> wrong :
        List.of(
            List.<Hash>of(),
            proof.subList(1, proof.size()),
            proof.reversed(),
            List.of(proof.getFirst(), MerkleTree.EMPTY_ROOT))) {
      assertThat(answer(latest, new AddCheckpoint(5, wrong, right.note())))
          .isInstanceOf(NotGrown.class);
    }
    assertThat(
            answer(
                cosigned(null, WatchedLog.of("a", 9).since(0)),
                new AddCheckpoint(9, proof, right.note())))
        .isInstanceOf(NotGrown.class);
  }

  @Test
  void refusesAProofOfWhatNeedsNone() {
    AddCheckpoint request =
        new AddCheckpoint(0, List.of(MerkleTree.EMPTY_ROOT), WatchedLog.of("a", 5).note());

    assertThat(answer(null, request)).isInstanceOf(NotGrown.class);
    assertThat(answer(cosigned(null, WatchedLog.of("a", 0).since(0)), request))
        .isInstanceOf(NotGrown.class);
  }

  @Test
  void refusesAnEmptyLogWithTheRootOfAnother() {
    Hash root = WatchedLog.of("a", 1).growth().root();
    SignedNote note = new Checkpoint(WatchedLog.ORIGIN, 0, root).sign(List.of(WatchedLog.KEY));

    assertThat(answer(null, new AddCheckpoint(0, List.of(), note))).isInstanceOf(NotGrown.class);
  }

  @Test
  void doesNotMixUpLogsAndWitnesses() {
    assertThatThrownBy(() -> new Witness(OWN, List.of(OWN.verifier())))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("is not the key of a log");
    assertThatThrownBy(() -> new Witness(WatchedLog.KEY, List.of(WatchedLog.KEY.verifier())))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("is not the key of a witness");
  }
}
