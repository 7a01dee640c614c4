package org.defter.ingest.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.core.decision.Reason;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.event.Receipt;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.Chunk;
import org.defter.ingest.batch.RowResult;
import org.defter.ingest.batch.StoredRows.LastChange;
import org.defter.ingest.batch.StoredRows.Span;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;
import org.jspecify.annotations.Nullable;

/** Takes back what a batch did to some things. */
final class UndoChunk {

  /** What is to be done for one thing; {@code way} is null for what stays. */
  private record Step(LastChange change, @Nullable WayBack way) {
    List<FactCommand> commands() {
      return way instanceof WayBack.By(_, var commands) ? commands : List.of();
    }
  }

  private final Batch undo;
  private final List<Step> steps;

  /**
   * @param changes the last thing the batch did to each
   * @param spans all that it did to each
   * @param histories all events of those that are facts
   */
  UndoChunk(
      Batch undo,
      Reason reason,
      List<LastChange> changes,
      Map<String, List<Span>> spans,
      Map<FactId, List<FactEvent>> histories) {
    this.undo = undo;
    this.steps =
        changes.stream()
            .map(change -> new Step(change, way(change.about(), reason, spans, histories)))
            .toList();
  }

  private static @Nullable WayBack way(
      String about,
      Reason reason,
      Map<String, List<Span>> spans,
      Map<FactId, List<FactEvent>> histories) {
    return ArchiveId.parse(about) instanceof FactId fact
        ? WayBack.of(
            spans.getOrDefault(about, List.of()), histories.getOrDefault(fact, List.of()), reason)
        : null;
  }

  Chunk chunk() {
    List<Request> requests = new ArrayList<>();
    for (Step step : steps) {
      for (FactCommand command : step.commands()) {
        requests.add(
            new Request(command, undo.origin(step.change().number() + "-" + requests.size())));
      }
    }
    return new Chunk(requests, this::rows);
  }

  private List<BatchRow> rows(List<Outcome> outcomes) {
    List<BatchRow> rows = new ArrayList<>();
    int from = 0;
    for (Step step : steps) {
      int to = outcomes.isEmpty() ? from : from + step.commands().size();
      rows.add(row(step, outcomes.subList(from, to)));
      from = to;
    }
    return rows;
  }

  private static BatchRow row(Step step, List<Outcome> outcomes) {
    return switch (step.way()) {
      case null -> row(step, RowResult.KEPT).saying(null, Detail.of("ingest.undo.stays"));
      case WayBack.TouchedSince(long left, long now) -> touched(step, left, now);
      case WayBack.By(_, var commands) when commands.isEmpty() ->
          row(step, RowResult.UNCHANGED).saying(null, Detail.of("ingest.undo.as-before"));
      case WayBack.By by -> outcome(step, by, outcomes);
    };
  }

  private static BatchRow outcome(Step step, WayBack.By by, List<Outcome> outcomes) {
    BatchRow undone = row(step, RowResult.UNDONE).saying(null, inWords(by.commands()));
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Done(var receipt) -> undone = undone.changed(by.from(), receipt);
        case Outcome.Refused(Refusal.StaleVersion stale) -> {
          return touched(step, by.from(), stale.current());
        }
        case Outcome.Refused(var refusal) -> {
          return refused(step, undone, refusal);
        }
      }
    }
    return undone;
  }

  /** What was done before the refusal stays in the row, so that it can be undone in turn. */
  private static BatchRow refused(Step step, BatchRow soFar, Refusal refusal) {
    BatchRow row = row(step, RowResult.REFUSED).saying(refusal.field(), refusal.detail());
    return soFar.version() == null || soFar.versionBefore() == null
        ? row
        : row.changed(soFar.versionBefore(), Receipt.parse(String.valueOf(soFar.receipt())));
  }

  private static BatchRow touched(Step step, long left, long now) {
    return row(step, RowResult.TOUCHED_SINCE)
        .saying("version", Detail.of("ingest.undo.touched", left, now));
  }

  private static BatchRow row(Step step, RowResult result) {
    return BatchRow.of(null, step.change().number(), null, result).about(step.change().about());
  }

  private static Detail inWords(List<FactCommand> commands) {
    return commands.stream()
        .map(command ->
            switch (command) {
              case FactCommand.RetractFact _ -> Detail.of("ingest.undo.retracted");
              case FactCommand.ReinstateFact _ -> Detail.of("ingest.undo.reinstated");
              case FactCommand.CorrectFact _ -> Detail.of("ingest.undo.corrected-back");
              case FactCommand.CiteSource _ -> Detail.of("ingest.undo.cited-again");
              case FactCommand.WithdrawCitation withdraw ->
                  Detail.of("ingest.undo.citation-withdrawn", withdraw.citation());
              default -> throw new IllegalStateException("no way back leads through " + command);
            })
        .reduce((before, next) -> Detail.of("ingest.undo.and", before, next))
        .orElseThrow();
  }
}
