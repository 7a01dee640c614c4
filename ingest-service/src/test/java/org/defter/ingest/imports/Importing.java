package org.defter.ingest.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.defter.core.event.Origin;
import org.defter.core.id.Actor;
import org.defter.core.id.SourceId;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.imports.ImportReport.Counts;
import org.defter.ingest.imports.ImportReport.Problem;

/** One import from start to end, for tests. */
final class Importing {

  private final Path folder;
  private final MemoryArchive archive;
  private final List<Problem> problems = new ArrayList<>();
  private Tally tally = new Tally(id -> id.kind().length() % 4, problems::add);

  Importing(Path folder, MemoryArchive archive) {
    this.folder = folder;
    this.archive = archive;
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
    tally = new Tally(id -> id.kind().length() % 4, problems::add);
    new ImportRun(order(dryRun), archive.access(), tally, new Unwatched()).run();
    return tally;
  }

  void subjects(String table) {
    write("subjects.csv", table);
  }

  private ImportOrder order(boolean dryRun) {
    return new ImportOrder(
        "an-import",
        folder,
        new SourceId("essay"),
        "An essay",
        new LanguageTag("ru"),
        dryRun,
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

  private record Unwatched() implements ImportRun.Progress {
    @Override
    public void counted(long rows) {}

    @Override
    public void advanced() {}
  }
}
