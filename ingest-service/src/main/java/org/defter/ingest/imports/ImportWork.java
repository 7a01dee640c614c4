package org.defter.ingest.imports;

import org.defter.core.Archive;
import org.defter.core.event.ArchiveJson;
import org.defter.ingest.batch.BatchKind;
import org.defter.ingest.batch.BatchRun;
import org.defter.ingest.batch.BatchWork;
import org.defter.ingest.command.FactLookup;
import org.defter.ingest.store.StoredEvents;
import org.springframework.stereotype.Component;

/** Imports, as a kind of batch. */
@Component
class ImportWork implements BatchWork {

  private final ArchiveAccess archive;

  ImportWork(Archive archive, FactLookup facts, StoredEvents events) {
    this.archive = new ArchiveAccess(archive, facts, events::existing);
  }

  @Override
  public BatchKind kind() {
    return BatchKind.IMPORT;
  }

  @Override
  public void carryOut(BatchRun run) {
    ImportOrder order = ArchiveJson.mapper().treeToValue(run.batch().asked(), ImportOrder.class);
    new ImportRun(order, archive, run).run();
  }
}
