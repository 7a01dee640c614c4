package org.defter.ingest.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.core.id.SubjectId;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.BatchRun;
import org.defter.ingest.batch.Chunk;
import org.defter.ingest.batch.RowResult;
import org.jspecify.annotations.Nullable;

/**
 * Carries one import out. Chunk by chunk: read, look up what the archive knows of it, decide, have
 * it done in one transaction.
 *
 * <p>One that goes on after a stop or crash reads its table from the beginning, for where a quote
 * is looked for and what a name stands for depend on the rows before, and carries out the rows
 * after the last one that is done. Sending the same files again as another import recognises every
 * row of those too.
 */
final class ImportRun {

  private final ImportOrder order;
  private final ArchiveAccess archive;
  private final BatchRun run;
  private final Path facts;

  ImportRun(ImportOrder order, ArchiveAccess archive, BatchRun run) {
    this.order = order;
    this.archive = archive;
    this.run = run;
    this.facts = ImportOrder.facts(run.folder());
  }

  /**
   * Does all of it.
   *
   * @throws org.defter.ingest.batch.BatchRefused when it cannot be done as it was sent
   */
  void run() {
    FactsScan scan = run.patiently(() -> FactsScan.of(facts, archive.taken()));
    run.counted(scan.rows());
    DryRun dryRun = run.batch().dryRun() ? DryRun.of(facts) : null;
    SourceText source = run.patiently(this::source);
    Vocabulary vocabulary = new Vocabulary(archive.archive()::property);
    Map<SubjectId, RegisterSubject> listed = listedSubjects();
    ChunkExecution execution =
        new ChunkExecution(
            run.batch(), archive, vocabulary, new Subjects(archive.taken(), listed), dryRun);
    DepositSource deposit = source.deposit();
    if (deposit != null) {
      run.carryOut(() -> execution.deposit(deposit));
    }
    register(List.copyOf(listed.values()), execution);
    try (CsvTable table = CsvTable.open(facts, RowReader.COLUMNS)) {
      RowReader rows = new RowReader(scan.subjects()::contains);
      carryOut(new ChunkReader(table, rows, source, vocabulary), execution);
    }
  }

  private SourceText source() {
    return SourceText.of(
        archive.archive(),
        order.source(),
        order.title(),
        order.language(),
        ImportOrder.sourceText(run.folder()));
  }

  /** Its bad rows are written down first of all, so that an import that goes on does not again. */
  private Map<SubjectId, RegisterSubject> listedSubjects() {
    Path subjects = ImportOrder.subjects(run.folder());
    if (!Files.exists(subjects)) {
      return Map.of();
    }
    List<BatchRow> bad = new ArrayList<>();
    Map<SubjectId, RegisterSubject> listed =
        SubjectsTable.read(
            subjects,
            (row, nonsense) ->
                bad.add(
                    BatchRow.of("subjects", row.line(), null, RowResult.REFUSED)
                        .saying(nonsense.column(), nonsense.reason())));
    if (!bad.isEmpty() && !run.begun()) {
      run.carryOut(() -> new Chunk(List.of(), _ -> bad));
    }
    return listed;
  }

  private void register(List<RegisterSubject> all, ChunkExecution execution) {
    for (int from = 0; from < all.size(); from += BatchRun.CHUNK) {
      List<RegisterSubject> some = all.subList(from, Math.min(from + BatchRun.CHUNK, all.size()));
      run.carryOut(() -> execution.register(some));
      execution.done();
    }
  }

  private void carryOut(ChunkReader reader, ChunkExecution execution) {
    long done = run.lastLine();
    for (ChunkReader.@Nullable Rows rows = reader.next(BatchRun.CHUNK);
        rows != null;
        rows = reader.next(BatchRun.CHUNK)) {
      ChunkReader.Rows left = rows.after(done);
      if (!left.isEmpty()) {
        run.carryOut(() -> execution.carryOut(left));
        execution.done();
      }
    }
  }
}
