package org.defter.core.log.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.defter.core.event.ArchiveJson;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.LoggedEvent;
import org.defter.core.log.NotProven;
import org.defter.core.log.NoteKey;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.VerifierKey;

/**
 * Checks evidence that was read: who signed, what is in the log, and whether a version is missing.
 */
final class EvidenceCheck {

  private static final String CORRECTION = "correction/";

  private final Evidence evidence;
  private final Collection<VerifierKey> trusted;
  private final String fact;

  EvidenceCheck(Evidence evidence, Collection<VerifierKey> trusted) {
    this.evidence = evidence;
    this.trusted = trusted;
    this.fact = evidence.fact().qualified();
  }

  Verdict.Proven verdict() {
    Checkpoint checkpoint = evidence.tree();
    if (!checkpoint.origin().equals(evidence.archive())) {
      throw new NotProven(
          "the file speaks of the archive '%s', its checkpoint of '%s'"
              .formatted(evidence.archive(), checkpoint.origin()));
    }
    checkEveryEntry(checkpoint);
    checkNothingIsMissing();
    checkEveryKeyIsListed();
    return new Verdict.Proven(evidence, checkpoint, checkedSigners());
  }

  private void checkEveryKeyIsListed() {
    List<NoteKey> said =
        evidence.checkpoint().signatures().stream().map(NoteSignature::key).toList();
    List<NoteKey> signers = evidence.signers().stream().map(VerifierKey::id).toList();
    if (!said.equals(signers) || new HashSet<>(signers).size() < signers.size()) {
      throw new NotProven("the file does not list the key of each signature, once and in order");
    }
  }

  /**
   * Answers those that are trusted; the others' signatures are checked too, that no byte is unread.
   */
  private List<VerifierKey> checkedSigners() {
    Map<Boolean, List<VerifierKey>> signers =
        evidence.signers().stream().collect(Collectors.partitioningBy(trusted::contains));
    List<VerifierKey> known = signers.getOrDefault(true, List.of());
    List<VerifierKey> others = signers.getOrDefault(false, List.of());
    Checkpoint.verified(evidence.checkpoint(), known);
    if (!others.isEmpty()) {
      evidence.checkpoint().verified(others);
    }
    return known;
  }

  private void checkEveryEntry(Checkpoint checkpoint) {
    long last = -1;
    for (Entry entry : evidence.entries()) {
      long index = entry.proof().index();
      if (index <= last) {
        throw new NotProven("entry " + index + " stands after entry " + last + " in the file");
      }
      entry.proof().verify(entry.event().leaf(), checkpoint.root());
      last = index;
    }
  }

  /**
   * In the order of the log, every version of each thing follows the one before, from the first.
   */
  private void checkNothingIsMissing() {
    Map<String, Long> next = new HashMap<>();
    for (Entry entry : evidence.entries()) {
      LoggedEvent event = entry.event();
      String of = event.aggregateIdentifier();
      if (!of.equals(fact) && !isCorrectionOfTheFact(event)) {
        throw new NotProven(
            "entry " + entry.proof().index() + " is about " + of + ", not about " + fact);
      }
      long expected = next.getOrDefault(of, 0L);
      if (event.sequenceNumber() != expected) {
        throw new NotProven(
            "version %d of %s is missing: entry %d is version %d"
                .formatted(expected + 1, of, entry.proof().index(), event.sequenceNumber() + 1));
      }
      next.put(of, expected + 1);
    }
    if (!next.containsKey(fact)) {
      throw new NotProven("there is no event of " + fact);
    }
  }

  private boolean isCorrectionOfTheFact(LoggedEvent event) {
    return event.aggregateIdentifier().startsWith(CORRECTION)
        && ArchiveJson.mapper()
            .readTree(event.payload())
            .at("/proposal/fact")
            .asString("")
            .equals(evidence.fact().value());
  }
}
