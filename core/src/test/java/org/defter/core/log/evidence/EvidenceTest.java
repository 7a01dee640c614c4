package org.defter.core.log.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.defter.core.id.FactId;
import org.defter.core.log.LoggedEvent;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final VerifierKey LOG = EvidenceSample.LOG.verifier();
  private static final VerifierKey WITNESS = EvidenceSample.WITNESS.verifier();
  private static final Evidence SAMPLE = EvidenceSample.evidence(EvidenceSample.history());

  /** A stored form: files of evidence lie in drawers for decades. */
  @Test
  void theFileIsTheSameForEver() throws IOException {
    try (InputStream approved = EvidenceTest.class.getResourceAsStream("/log/evidence.json")) {
      assertThat(new String(SAMPLE.bytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              new String(Objects.requireNonNull(approved).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void readsWhatItWrote() {
    assertThat(Evidence.parse(SAMPLE.bytes()).bytes()).isEqualTo(SAMPLE.bytes());
  }

  @Test
  void provesTheHistoryInPlainWords() {
    Verdict verdict = Evidence.verify(SAMPLE.bytes(), Set.of(LOG));

    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    assertThat(verdict.words())
        .startsWith(
            "PROVEN: versions 1 to 2 of fact/f1",
            "  are in the log of example.org/archive exactly as this file shows them:",
            "  fact/f1 version 1: archive.fact.recorded.v1 at 2026-02-03T04:05:06.000000Z by maria"
                + " (entry 17)",
            "  correction/c1 version 1: archive.correction.proposed.v1 at"
                + " 2026-02-03T04:05:06.000000Z by maria (entry 77)")
        .contains(
            "  signed by " + LOG,
            "  also signed by "
                + WITNESS
                + ", who saw it at 2026-02-04T00:00:00Z: not counted, you did not give this key");
    assertThat(String.join("\n", verdict.words()))
        .contains("Not proven: that there is no later version");
    assertThat(String.join("\n", Evidence.verify(SAMPLE.bytes(), Set.of(LOG, WITNESS)).words()))
        .contains("  signed by " + WITNESS + ", who saw it at 2026-02-04T00:00:00Z")
        .doesNotContain("not counted");
  }

  @Test
  void findsEveryChangedByte() {
    byte[] file = SAMPLE.bytes();
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= (byte) (1 << (at % Byte.SIZE));
      assertRefused(changed, at);
    }
  }

  @Test
  void findsEveryByteThatWasTakenAwayOrDoubled() {
    byte[] file = SAMPLE.bytes();
    for (int at = 0; at < file.length; at++) {
      byte[] shorter = Arrays.copyOf(file, file.length - 1);
      System.arraycopy(file, at + 1, shorter, at, shorter.length - at);
      assertRefused(shorter, at);
      byte[] longer = Arrays.copyOf(file, file.length + 1);
      System.arraycopy(file, at, longer, at + 1, file.length - at);
      assertRefused(longer, at);
    }
  }

  private static void assertRefused(byte[] file, int at) {
    assertThat(Evidence.verify(file, Set.of(LOG)))
        .as("byte %s", at)
        .isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void findsAMissingVersion() {
    List<LoggedEvent> history = EvidenceSample.history();

    assertThat(words(EvidenceSample.evidence(history.subList(1, 4))))
        .startsWith("REFUSED: version 1 of fact/f1 is missing: entry 137 is version 2");
    assertThat(words(EvidenceSample.evidence(history.subList(2, 3))))
        .startsWith("REFUSED: version 1 of correction/c1 is missing: entry 17 is version 2");
    assertThat(words(EvidenceSample.evidence(history.subList(1, 3))))
        .startsWith("REFUSED: there is no event of fact/f1");
    assertThat(words(EvidenceSample.evidence(List.of())))
        .startsWith("REFUSED: there is no event of fact/f1");
  }

  @Test
  void cannotKnowThatTheLastVersionWasWithheld() {
    assertThat(words(EvidenceSample.evidence(EvidenceSample.history().subList(0, 3))))
        .startsWith("PROVEN: versions 1 to 1 of fact/f1");
  }

  @Test
  void refusesEventsOfOtherThings() {
    List<LoggedEvent> history = new ArrayList<>(EvidenceSample.history());
    history.add(EvidenceSample.event("fact/f2", 0, "archive.fact.recorded.v1"));
    assertThat(words(EvidenceSample.evidence(history)))
        .startsWith("REFUSED: entry 257 is about fact/f2, not about fact/f1");

    history.set(4, EvidenceSample.event("source/f1", 0, "archive.fact.recorded.v1"));
    assertThat(words(EvidenceSample.evidence(history))).startsWith("REFUSED: entry 257 is about");

    LoggedEvent proposed = history.get(1);
    history.set(
        4,
        new LoggedEvent(
            "correction/c2",
            0,
            "e",
            "t",
            proposed.payloadType(),
            null,
            proposed.payload().replace("\"fact\": \"f1\"", "\"fact\": \"f2\""),
            "{}"));
    assertThat(words(EvidenceSample.evidence(history)))
        .startsWith("REFUSED: entry 257 is about correction/c2, not about fact/f1");
  }

  @Test
  void refusesProofsOfOtherPlaces() {
    List<Entry> entries = SAMPLE.entries();
    List<Entry> swapped = new ArrayList<>(entries);
    swapped.set(1, new Entry(entries.get(1).event(), entries.get(2).proof()));
    swapped.set(2, new Entry(entries.get(2).event(), entries.get(1).proof()));

    assertThat(words(with(SAMPLE, swapped))).startsWith("REFUSED: entry 137 is not in the log");
    assertThat(words(with(SAMPLE, entries.reversed())))
        .startsWith("REFUSED: entry 137 stands after entry 197 in the file");
    assertThat(words(with(SAMPLE, List.of(entries.getFirst(), entries.getFirst()))))
        .startsWith("REFUSED: entry 17 stands after entry 17 in the file");
  }

  @Test
  void refusesACheckpointThatOnlyOthersSigned() {
    SignerKey stranger = EvidenceSample.key("example.org/other", SignatureType.NOTE, 3);
    assertThat(String.join("\n", Evidence.verify(SAMPLE.bytes(), Set.of(WITNESS)).words()))
        .startsWith("REFUSED: no given key is that of the log 'example.org/archive'");
    assertThat(
            String.join("\n", Evidence.verify(SAMPLE.bytes(), Set.of(stranger.verifier())).words()))
        .startsWith("REFUSED: none of the given keys signed this");
    assertThat(String.join("\n", Evidence.verify(SAMPLE.bytes(), Set.of()).words()))
        .startsWith("REFUSED: none of the given keys signed this");
  }

  @Test
  void refusesSignersThatAreNotThoseWhoSigned() {
    for (List<VerifierKey> signers :
        List.of(
            List.<VerifierKey>of(),
            List.of(LOG),
            List.of(WITNESS, LOG),
            List.of(LOG, WITNESS, WITNESS),
            List.of(LOG, LOG))) {
      Evidence forged =
          new Evidence(
              SAMPLE.archive(), SAMPLE.fact(), SAMPLE.entries(), SAMPLE.checkpoint(), signers);
      assertThat(words(forged)).startsWith("REFUSED: the file does not list the key");
    }
  }

  @Test
  void refusesAnotherArchiveOrFact() {
    Evidence archive =
        new Evidence(
            "example.org/b",
            SAMPLE.fact(),
            SAMPLE.entries(),
            SAMPLE.checkpoint(),
            SAMPLE.signers());
    Evidence fact =
        new Evidence(
            SAMPLE.archive(),
            new FactId("f2"),
            SAMPLE.entries(),
            SAMPLE.checkpoint(),
            SAMPLE.signers());

    assertThat(words(archive))
        .startsWith("REFUSED: the file speaks of the archive 'example.org/b'");
    assertThat(words(fact)).startsWith("REFUSED: entry 17 is about fact/f1, not about fact/f2");
  }

  @Test
  void refusesAForgedSignatureOfAKeyNobodyTrusts() {
    SignedNote other =
        SignedNote.sign("example.org/archive\n1\nother\n", List.of(EvidenceSample.LOG))
            .cosigned(EvidenceSample.WITNESS, Instant.EPOCH);
    SignedNote forged = SAMPLE.checkpoint().with(List.of(other.signatures().getLast()));
    Evidence evidence =
        new Evidence(SAMPLE.archive(), SAMPLE.fact(), SAMPLE.entries(), forged, SAMPLE.signers());

    assertThat(words(evidence))
        .startsWith("REFUSED: the signature of witness.example is not of this text");
  }

  @Test
  void refusesAFormatItDoesNotKnow() {
    String later =
        new String(SAMPLE.bytes(), StandardCharsets.UTF_8)
            .replace("defter-evidence@v1", "defter-evidence@v2");

    assertThatThrownBy(() -> Evidence.parse(later.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("is in the format 'defter-evidence@v2'; this program reads defter-evidence@v1");
  }

  private static Evidence with(Evidence evidence, List<Entry> entries) {
    return new Evidence(
        evidence.archive(), evidence.fact(), entries, evidence.checkpoint(), evidence.signers());
  }

  private static String words(Evidence evidence) {
    return String.join("\n", Evidence.verify(evidence.bytes(), Set.of(LOG)).words());
  }
}
