package org.defter.ingest.undo;

import java.util.Map;
import org.defter.core.detail.Detail;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchFolders;
import org.defter.ingest.batch.BatchKind;
import org.defter.ingest.batch.BatchReport;
import org.defter.ingest.batch.Batches;
import org.defter.ingest.batch.Batches.Taken;
import org.defter.ingest.http.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UndoController {

  private final Batches batches;
  private final BatchFolders folders;

  UndoController(Batches batches, BatchFolders folders) {
    this.batches = batches;
    this.folders = folders;
  }

  /** Has a batch undone. Asked again, it answers with the undoing there is. */
  @PostMapping({"/api/v1/batches/{id}/undo", "/api/v1/imports/{id}/undo"})
  ResponseEntity<Taken> undo(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Caller caller) {
    BatchReport report = batches.report(id);
    if (report.dryRun()) {
      throw Batches.notNow(Detail.of("ingest.batch.dry-run-stored-nothing"));
    }
    if (report.state().active()) {
      throw Batches.notNow(Detail.of("ingest.batch.stop-first", report.state().word()));
    }
    if (report.undoneBy() != null && !dryRun) {
      return Batches.taken("batches", batches.report(report.undoneBy()));
    }
    Batch undo = Batches.batch(BatchKind.UNDO, Map.of("batch", id), dryRun, id, caller);
    folders.create(undo.id());
    return batches.take("batches", undo);
  }
}
