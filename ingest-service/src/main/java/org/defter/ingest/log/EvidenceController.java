package org.defter.ingest.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.decision.Refusal;
import org.defter.core.id.FactId;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.InclusionProof;
import org.defter.core.log.NoteKey;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.evidence.Evidence;
import org.defter.identity.Right;
import org.defter.identity.SignedIn;
import org.defter.ingest.log.Cosignatures.Cosignature;
import org.defter.ingest.log.LogEntries.Entry;
import org.defter.ingest.problem.RefusedCommand;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A fact's evidence file: its history, provable without the archive. */
@RestController
class EvidenceController {

  /** Of the log and its checkpoints, which are at most a second behind. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final LogEntries entries;
  private final LogTree tree;
  private final Checkpoints checkpoints;
  private final Cosignatures cosignatures;

  EvidenceController(
      LogEntries entries, LogTree tree, Checkpoints checkpoints, Cosignatures cosignatures) {
    this.entries = entries;
    this.tree = tree;
    this.checkpoints = checkpoints;
    this.cosignatures = cosignatures;
  }

  /** A history and the checkpoint that covers all of it. */
  private record Covered(List<Entry> history, SignedNote checkpoint) {}

  @GetMapping("/api/v1/facts/{id}/evidence")
  ResponseEntity<byte[]> evidence(@PathVariable FactId id) throws InterruptedException {
    List<String> about = new ArrayList<>(entries.correctionsOf(id));
    about.add(id.qualified());
    long events = entries.stored(about);
    if (entries.stored(List.of(id.qualified())) == 0
        || (!SignedIn.currentMay(Right.READ_RESTRICTED) && entries.citeRestricted(about))) {
      throw new RefusedCommand(new Refusal.NotFound(id), List.of());
    }
    Covered covered = covered(about, events);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("fact-" + id.value() + ".evidence.json")
                .build()
                .toString())
        .body(evidence(id, covered).bytes());
  }

  /** Waits until everything that is stored is signed too. */
  private Covered covered(List<String> about, long events) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      // First the checkpoint: what entered after it is not covered by it.
      Optional<SignedNote> newest = checkpoints.newest();
      if (newest.isPresent()) {
        long size = Checkpoint.parse(newest.get().text()).size();
        List<Entry> history =
            entries.about(about).stream().filter(entry -> entry.index() < size).toList();
        if (history.size() >= events) {
          return new Covered(history, mostSeen(history).orElse(newest.get()));
        }
      }
      if (Instant.now().isAfter(end)) {
        throw new ResponseStatusException(
            HttpStatus.SERVICE_UNAVAILABLE,
            "the log has not been signed for a while: the status of the ingest service says why");
      }
      Thread.sleep(PAUSE);
    }
  }

  /** Of the checkpoints that cover all of it, one that many witnesses saw proves most. */
  private Optional<SignedNote> mostSeen(List<Entry> history) {
    return cosignatures.mostSeenSince(history.getLast().index() + 1).flatMap(checkpoints::of);
  }

  private Evidence evidence(FactId id, Covered covered) {
    SignedNote note = cosignatures.on(covered.checkpoint());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<Entry> history = covered.history();
    List<InclusionProof> proofs =
        InclusionProof.of(tree, history.stream().map(Entry::index).toList(), checkpoint.size());
    List<org.defter.core.log.evidence.Entry> proven = new ArrayList<>(history.size());
    for (int at = 0; at < history.size(); at++) {
      proven.add(
          new org.defter.core.log.evidence.Entry(history.get(at).storedEvent(), proofs.get(at)));
    }
    return new Evidence(checkpoint.origin(), id, proven, note, signers(note, checkpoint.size()));
  }

  /** The key, of the archive or of a witness, for each signature. */
  private List<VerifierKey> signers(SignedNote note, long size) {
    Map<NoteKey, VerifierKey> keys =
        Stream.concat(
                checkpoints.publishedKeys().stream()
                    .map(published -> VerifierKey.parse(published.verifier())),
                cosignatures.of(size).stream().map(Cosignature::witness))
            .collect(Collectors.toMap(VerifierKey::id, Function.identity()));
    return note.signatures().stream()
        .map(NoteSignature::key)
        .map(keys::get)
        .filter(Objects::nonNull)
        .toList();
  }
}
