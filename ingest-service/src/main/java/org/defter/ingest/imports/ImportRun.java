package org.defter.ingest.imports;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.defter.core.id.SubjectId;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.ingest.imports.ImportReport.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Carries one import out. Chunk by chunk: read, look up what the archive knows of it, decide, have
 * it done in one transaction.
 *
 * <p>A crash leaves whole chunks behind and no part of one. Sending the same files again recognises
 * every row of those and goes on after them.
 */
final class ImportRun {

  /** Rows in one transaction: enough to make its cost small, few enough to take well under 1 s. */
  static final int CHUNK = 500;

  private final ImportOrder order;
  private final ArchiveAccess archive;
  private final Tally tally;
  private final Progress progress;

  /** Is told how far a run has got. */
  interface Progress {
    /** The rows are counted. */
    void counted(long rows);

    /**
     * Some more rows are done.
     *
     * @throws ImportRefused when the run is to stop here
     */
    void advanced();
  }

  ImportRun(ImportOrder order, ArchiveAccess archive, Tally tally, Progress progress) {
    this.order = order;
    this.archive = archive;
    this.tally = tally;
    this.progress = progress;
  }

  /**
   * Does all of it.
   *
   * @throws ImportRefused when it cannot be done, or not to its end
   */
  void run() {
    FactsScan scan = archive.patiently(() -> FactsScan.of(order.facts(), archive.taken()));
    progress.counted(scan.rows());
    DryRun dryRun = order.dryRun() ? DryRun.of(order.facts()) : null;
    SourceText source = archive.patiently(this::source);
    Vocabulary vocabulary = new Vocabulary(archive.archive()::property);
    Map<SubjectId, RegisterSubject> listed = listedSubjects();
    ChunkExecution execution =
        new ChunkExecution(
            order, archive, vocabulary, new Subjects(archive.taken(), listed), tally, dryRun);
    DepositSource deposit = source.deposit();
    if (deposit != null) {
      archive.patiently(() -> execution.deposit(deposit));
    }
    register(List.copyOf(listed.values()), execution);
    try (CsvTable table = CsvTable.open(order.facts(), RowReader.COLUMNS)) {
      RowReader rows = new RowReader(scan.subjects()::contains);
      carryOut(new ChunkReader(table, rows, source, vocabulary, tally), execution);
    }
  }

  private SourceText source() {
    return SourceText.of(
        archive.archive(), order.source(), order.title(), order.language(), order.sourceText());
  }

  private Map<SubjectId, RegisterSubject> listedSubjects() {
    return Files.exists(order.subjects())
        ? SubjectsTable.read(
            order.subjects(),
            (row, nonsense) ->
                tally.problem(
                    new Problem("subjects", row.line(), nonsense.column(), "", nonsense.reason())))
        : Map.of();
  }

  private void register(List<RegisterSubject> all, ChunkExecution execution) {
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<RegisterSubject> some = all.subList(from, Math.min(from + CHUNK, all.size()));
      archive.patiently(() -> execution.register(some));
    }
  }

  private void carryOut(ChunkReader reader, ChunkExecution execution) {
    for (ChunkReader.@Nullable Chunk chunk = reader.next(CHUNK);
        chunk != null;
        chunk = reader.next(CHUNK)) {
      List<ReadRow> rows = chunk.rows();
      archive.patiently(() -> execution.carryOut(rows));
      tally.rowsDone(chunk.size());
      progress.advanced();
    }
  }
}
