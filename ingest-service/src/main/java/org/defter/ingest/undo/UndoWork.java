package org.defter.ingest.undo;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchKind;
import org.defter.ingest.batch.BatchRun;
import org.defter.ingest.batch.BatchWork;
import org.defter.ingest.batch.Chunk;
import org.defter.ingest.batch.StoredRows;
import org.defter.ingest.batch.StoredRows.LastChange;
import org.defter.ingest.command.FactLookup;
import org.springframework.stereotype.Component;

/** Undoings, as a kind of batch: a row for each thing the other batch changed, newest first. */
@Component
class UndoWork implements BatchWork {

  private final StoredRows rows;
  private final FactLookup facts;

  UndoWork(StoredRows rows, FactLookup facts) {
    this.rows = rows;
    this.facts = facts;
  }

  @Override
  public BatchKind kind() {
    return BatchKind.UNDO;
  }

  @Override
  public void carryOut(BatchRun run) {
    String undone = Objects.requireNonNull(run.batch().undoOf());
    run.counted(run.patiently(() -> rows.countChanged(undone)));
    long before = run.begun() ? run.lastLine() : Long.MAX_VALUE;
    for (List<LastChange> changes = next(run, undone, before);
        !changes.isEmpty();
        changes = next(run, undone, before)) {
      List<LastChange> some = changes;
      run.carryOut(() -> chunk(run.batch(), undone, some));
      before = some.getLast().number();
    }
  }

  private List<LastChange> next(BatchRun run, String undone, long before) {
    return run.patiently(() -> rows.lastChangesBefore(undone, before, BatchRun.CHUNK));
  }

  private Chunk chunk(Batch undo, String undone, List<LastChange> changes) {
    List<String> about = changes.stream().map(LastChange::about).toList();
    List<FactId> ids =
        about.stream()
            .map(ArchiveId::parse)
            .flatMap(id -> id instanceof FactId fact ? Stream.of(fact) : Stream.empty())
            .toList();
    Reason reason = new Reason(ReasonType.OTHER, "undo of batch " + undone);
    return new UndoChunk(undo, reason, changes, rows.spans(undone, about), facts.eventsOf(ids))
        .chunk();
  }
}
