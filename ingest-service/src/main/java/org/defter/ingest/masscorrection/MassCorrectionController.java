package org.defter.ingest.masscorrection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchFolders;
import org.defter.ingest.batch.BatchKind;
import org.defter.ingest.batch.BatchProperties;
import org.defter.ingest.batch.Batches;
import org.defter.ingest.batch.Batches.Taken;
import org.defter.ingest.http.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MassCorrectionController {

  private final Batches batches;
  private final BatchFolders folders;
  private final long limitBytes;

  MassCorrectionController(Batches batches, BatchFolders folders, BatchProperties properties) {
    this.batches = batches;
    this.folders = folders;
    this.limitBytes = properties.limit().toBytes();
  }

  /**
   * Takes a mass correction as JSON Lines: first {@code {"reason": ...}}, then a {@link
   * CorrectionRow} to a line.
   */
  @PostMapping(
      path = "/api/v1/batches/corrections",
      consumes = {"application/x-ndjson", "application/jsonl"})
  ResponseEntity<Taken> submit(
      @RequestParam(defaultValue = "false") boolean dryRun,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    Upload upload = new Upload(request.getInputStream());
    CorrectionOrder order = upload.order();
    Batch batch = Batches.batch(BatchKind.CORRECTION, order, dryRun, null, caller);
    upload.keepRows(folders, batch.id(), limitBytes);
    return batches.take("batches", batch);
  }
}
