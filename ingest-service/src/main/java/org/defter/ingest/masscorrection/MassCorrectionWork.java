package org.defter.ingest.masscorrection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.Archive;
import org.defter.core.decision.Reason;
import org.defter.core.event.ArchiveJson;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.ingest.batch.BatchKind;
import org.defter.ingest.batch.BatchRun;
import org.defter.ingest.batch.BatchWork;
import org.defter.ingest.batch.Chunk;
import org.defter.ingest.batch.RowResult;
import org.defter.ingest.batch.StoredRows;
import org.defter.ingest.command.FactLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mass corrections, as a kind of batch: a row for each line. */
@Component
class MassCorrectionWork implements BatchWork {

  private final Archive archive;
  private final FactLookup facts;
  private final StoredRows rows;

  MassCorrectionWork(Archive archive, FactLookup facts, StoredRows rows) {
    this.archive = archive;
    this.facts = facts;
    this.rows = rows;
  }

  @Override
  public BatchKind kind() {
    return BatchKind.CORRECTION;
  }

  @Override
  public void carryOut(BatchRun run) {
    Path file = CorrectionOrder.rows(run.folder());
    Reason reason =
        ArchiveJson.mapper().treeToValue(run.batch().asked(), CorrectionOrder.class).reason();
    run.counted(count(file));
    long done = run.lastLine();
    try (JsonLines lines = JsonLines.open(file)) {
      for (List<JsonLines.Line> some = next(lines, done);
          !some.isEmpty();
          some = next(lines, done)) {
        CorrectionChunk chunk = new CorrectionChunk(some, reason);
        run.carryOut(
            () -> run.batch().dryRun() ? preview(chunk, run) : chunk.toCarryOut(run.batch()));
      }
    }
  }

  private static long count(Path file) {
    long count = 0;
    try (JsonLines lines = JsonLines.open(file)) {
      while (lines.next() != null) {
        count++;
      }
    }
    return count;
  }

  /** The next lines after one. */
  private static List<JsonLines.Line> next(JsonLines lines, long after) {
    List<JsonLines.Line> some = new ArrayList<>();
    for (JsonLines.@Nullable Line line = lines.next();
        line != null;
        line = some.size() < BatchRun.CHUNK ? lines.next() : null) {
      if (line.number() > after) {
        some.add(line);
      }
    }
    return some;
  }

  private Chunk preview(CorrectionChunk chunk, BatchRun run) {
    Map<FactId, List<FactEvent>> histories = facts.eventsOf(chunk.facts());
    Set<FactId> corrected = new HashSet<>();
    Set<String> before =
        rows.withResult(
            run.batch().id(),
            chunk.facts().stream().map(FactId::qualified).toList(),
            RowResult.CORRECTED);
    chunk.facts().stream().filter(id -> before.contains(id.qualified())).forEach(corrected::add);
    return chunk.toPreview(archive, id -> state(histories.getOrDefault(id, List.of())), corrected);
  }

  private static @Nullable Fact state(List<FactEvent> events) {
    Fact fact = null;
    for (FactEvent event : events) {
      fact = Fact.evolve(fact, event);
    }
    return fact;
  }
}
