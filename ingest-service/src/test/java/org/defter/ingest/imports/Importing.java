package org.defter.ingest.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.Origin;
import org.defter.core.id.Actor;
import org.defter.core.id.SourceId;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchKind;
import org.defter.ingest.batch.BatchReport.Counts;
import org.defter.ingest.batch.BatchRun;
import org.defter.ingest.batch.MemoryLedger;
import org.defter.ingest.batch.Patience;
import org.defter.ingest.batch.Tally;

/** One import from start to end, for tests. */
final class Importing {

  private static final ImportOrder ORDER =
      new ImportOrder(new SourceId("essay"), "An essay", new LanguageTag("ru"));

  private final Path folder;
  private final MemoryArchive archive;
  private final MemoryLedger ledger = new MemoryLedger();
  private int chunksUntilCrash = Integer.MAX_VALUE;

  /** The process ends here. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Importing(Path folder, MemoryArchive archive) {
    this.folder = folder;
    this.archive = archive;
  }

  Path folder() {
    return folder;
  }

  Tally run(String facts, String source) {
    return run(facts, source, false);
  }

  Tally dryRun(String facts, String source) {
    return run(facts, source, true);
  }

  private Tally run(String facts, String source, boolean dryRun) {
    write("facts.csv", facts);
    write("source.txt", source);
    ledger.clear();
    return resume(dryRun);
  }

  /** Makes a run crash after so many transactions. */
  void crashAfter(int chunks) {
    chunksUntilCrash = chunks;
  }

  /** Goes on with the import that crashed. */
  Tally resume() {
    chunksUntilCrash = Integer.MAX_VALUE;
    return resume(false);
  }

  private Tally resume(boolean dryRun) {
    Tally tally = new Tally(id -> id.kind().length() % 4);
    BatchRun run =
        new BatchRun(
            batch(dryRun),
            folder,
            ledger,
            archive,
            new Patience(List.of(Duration.ofMillis(1))),
            tally,
            new Watched());
    run.recall();
    new ImportRun(ORDER, archive.access(), run).run();
    return tally;
  }

  void subjects(String table) {
    write("subjects.csv", table);
  }

  private static Batch batch(boolean dryRun) {
    return new Batch(
        "an-import",
        BatchKind.IMPORT,
        ArchiveJson.mapper().valueToTree(ORDER),
        dryRun,
        null,
        null,
        new Origin(new Actor("clerk", null, "archivist"), null, "c", "c", "c"),
        Instant.EPOCH);
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** The counts that matter most, in the order facts, citations, corrections, unchanged, errors. */
  static List<Long> outcome(Tally tally) {
    Counts counts = tally.counts();
    return List.of(
        counts.facts(),
        counts.citations(),
        counts.corrections(),
        counts.unchanged(),
        counts.errors());
  }

  private final class Watched implements BatchRun.Progress {
    @Override
    public void counted(long rows) {}

    @Override
    public void advanced() {
      if (--chunksUntilCrash == 0) {
        throw new Crash();
      }
    }
  }
}
