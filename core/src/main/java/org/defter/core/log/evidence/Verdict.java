package org.defter.core.log.evidence;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.event.ArchiveJson;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.LoggedEvent;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignatureType;
import org.defter.core.log.VerifierKey;

/** What a file of evidence proves. */
public sealed interface Verdict {

  /** In plain words, line by line: what is proven, as of when, and what is not; or what fails. */
  List<String> words();

  /**
   * The history is in the log as the file shows it.
   *
   * @param evidence what the file says
   * @param checkpoint as of which state of the log
   * @param signers the trusted keys that signed it, the archive's among them
   */
  record Proven(Evidence evidence, Checkpoint checkpoint, List<VerifierKey> signers)
      implements Verdict {

    public Proven {
      signers = List.copyOf(signers);
    }

    /** How many versions of the fact are proven. */
    public long versions() {
      String fact = evidence.fact().qualified();
      return evidence.entries().stream()
          .filter(entry -> entry.event().aggregateIdentifier().equals(fact))
          .count();
    }

    @Override
    public List<String> words() {
      List<String> words = new ArrayList<>();
      words.add(
          "PROVEN: versions 1 to %d of %s".formatted(versions(), evidence.fact().qualified()));
      words.add("  are in the log of " + evidence.archive() + " exactly as this file shows them:");
      evidence.entries().forEach(entry -> words.add("  " + line(entry)));
      words.add("As of: %d entries, root %s".formatted(checkpoint.size(), checkpoint.root()));
      signatures(words);
      words.add(
          "Not proven: that there is no later version, or one that was withheld; only an audit");
      words.add(
          "  of the whole log shows that. Nor that the archive's clock was right, or that what");
      words.add("  the fact says is true.");
      return List.copyOf(words);
    }

    private static String line(Entry entry) {
      LoggedEvent event = entry.event();
      return "%s version %d: %s at %s by %s (entry %d)"
          .formatted(
              event.aggregateIdentifier(),
              event.sequenceNumber() + 1,
              event.payloadType(),
              event.timeStamp(),
              ArchiveJson.mapper()
                  .readTree(event.metaData())
                  .at("/origin/actor/id")
                  .asString("unknown"),
              entry.proof().index());
    }

    private void signatures(List<String> words) {
      List<NoteSignature> signatures = evidence.checkpoint().signatures();
      for (int at = 0; at < signatures.size(); at++) {
        VerifierKey key = evidence.signers().get(at);
        String when =
            key.type() == SignatureType.COSIGNATURE
                ? ", who saw it at " + signatures.get(at).cosignedAt()
                : "";
        words.add(
            signers.contains(key)
                ? "  signed by " + key + when
                : "  also signed by " + key + when + ": not counted, you did not give this key");
      }
    }
  }

  /**
   * Nothing is proven.
   *
   * @param detail what fails
   */
  record Refused(String detail) implements Verdict {
    @Override
    public List<String> words() {
      return List.of(
          "REFUSED: " + detail,
          "Nothing this file says is proven. Ask the archive for a fresh one; if that is refused too,",
          "  keep both and tell the archive's witnesses.");
    }
  }
}
