package org.defter.ingest.batch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.event.ArchiveJson;
import org.defter.ingest.batch.StoredBatches.Known;
import org.defter.ingest.http.Caller;
import org.defter.ingest.http.Commands;
import org.defter.ingest.problem.NoSuchThing;
import org.defter.ingest.problem.RefusedCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What can be asked about batches, whatever they are for. */
@Component
public class Batches {

  private final BatchQueue queue;
  private final StoredBatches stored;
  private final BatchFolders folders;

  Batches(BatchQueue queue, StoredBatches stored, BatchFolders folders) {
    this.queue = queue;
    this.stored = stored;
    this.folders = folders;
  }

  /** The answer to a batch that was taken. */
  public record Taken(String id, BatchState state) {}

  /**
   * A batch that somebody asks for now.
   *
   * @param asked what they ask for, in the terms of its kind
   * @param undoOf the batch it takes back; null unless it does
   */
  public static Batch batch(
      BatchKind kind, Object asked, boolean dryRun, @Nullable String undoOf, Caller caller) {
    return new Batch(
        Commands.newId(),
        kind,
        ArchiveJson.mapper().valueToTree(asked),
        dryRun,
        undoOf,
        null,
        caller.origin(),
        Instant.now());
  }

  /**
   * Takes a batch of which the files are in its folder: 202 with its address.
   *
   * @param collection the last word of the address of all of its kind
   */
  public ResponseEntity<Taken> take(String collection, Batch batch) {
    try {
      return taken(collection, queue.submit(batch));
    } catch (DuplicateKeyException already) {
      // Two asked for the same at once: the other was quicker.
      Known other = theOther(batch);
      if (other == null) {
        throw already;
      }
      return taken(collection, report(other.batch().id()));
    }
  }

  private @Nullable Known theOther(Batch batch) {
    Known other = batch.previewed() == null ? null : stored.carryingOut(batch.previewed());
    return other != null || batch.undoOf() == null ? other : stored.undoing(batch.undoOf());
  }

  /** 202 with the address of a batch. */
  public static ResponseEntity<Taken> taken(String collection, BatchReport report) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/" + collection + "/" + report.id()))
        .body(new Taken(report.id(), report.state()));
  }

  /**
   * How a batch stands.
   *
   * @throws NoSuchThing when there is none of that id
   */
  public BatchReport report(String id) {
    BatchJob job = queue.find(id);
    return job == null ? ended(id).report() : job.report();
  }

  @Nullable BatchJob active(String id) {
    return queue.find(id);
  }

  private Known ended(String id) {
    Known known = stored.find(id);
    if (known == null) {
      throw new NoSuchThing("id", Detail.of("ingest.batch.not-found", id));
    }
    return queue.isCutOff(known.report())
        ? new Known(known.batch(), queue.interrupted(known))
        : known;
  }

  /** Has a batch end after the rows it is at. */
  BatchReport stop(String id) {
    BatchReport stopped = queue.stop(id);
    if (stopped == null) {
      BatchReport report = ended(id).report();
      throw notNow(
          report.state().active()
              ? Detail.of("ingest.batch.on-another-node")
              : Detail.of("ingest.batch.nothing-to-stop", report.state().word()));
    }
    return stopped;
  }

  /** Has a batch that was stopped or cut off go on after the last row that is done. */
  BatchReport resume(String id) {
    BatchJob job = queue.find(id);
    if (job != null) {
      return job.report();
    }
    Known known = ended(id);
    BatchReport report = known.report();
    if (!report.state().resumable()) {
      throw notNow(Detail.of("ingest.batch.not-resumable", report.state().word()));
    }
    if (report.undoneBy() != null) {
      throw notNow(Detail.of("ingest.batch.undone", report.undoneBy()));
    }
    if (!folders.has(id)) {
      throw notNow(Detail.of("ingest.batch.files-elsewhere"));
    }
    return queue.resume(known);
  }

  /**
   * Has carried out what a dry run showed, with the very files it was made of. A fact that somebody
   * changed since is a conflict. Asked again, it answers with the batch there is.
   */
  ResponseEntity<Taken> carryOut(String id, Caller caller) {
    BatchReport preview = report(id);
    if (!preview.dryRun()) {
      throw notNow(Detail.of("ingest.batch.no-dry-run"));
    }
    if (preview.carriedOutBy() != null) {
      return taken("batches", report(preview.carriedOutBy()));
    }
    if (preview.state() != BatchState.FINISHED) {
      throw notNow(Detail.of("ingest.batch.dry-run-unfinished", preview.state().word()));
    }
    if (!folders.has(id)) {
      throw notNow(Detail.of("ingest.batch.files-gone"));
    }
    Batch batch = ended(id).batch().carriedOut(Commands.newId(), caller.origin(), Instant.now());
    folders.copy(id, batch.id());
    return take("batches", batch);
  }

  /** A refusal because of the state a batch is in. */
  public static RefusedCommand notNow(Detail detail) {
    return new RefusedCommand(new Refusal.NotPossibleNow("state", detail), List.of());
  }
}
