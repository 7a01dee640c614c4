package org.defter.ingest.imports;

import java.util.List;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Refusal;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.RowResult;
import org.defter.ingest.command.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one row.
 *
 * @param row the row
 * @param match what it is to the archive
 * @param commands what makes the terms and subjects it needs, then what makes its fact; empty when
 *     nothing is to be done
 * @param event what will have happened to the fact; null when nothing is to be done
 */
record Step(ReadRow row, Match match, List<ArchiveCommand> commands, @Nullable FactEvent event) {
  Step {
    commands = List.copyOf(commands);
  }

  /** The commands that make the terms and subjects it needs. */
  List<ArchiveCommand> preparations() {
    return commands.isEmpty() ? commands : commands.subList(0, commands.size() - 1);
  }

  /**
   * What became of the row.
   *
   * @param outcome of its last command; null when it has none, and in a dry run
   */
  BatchRow row(@Nullable Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) ->
          row.outcome(RowResult.REFUSED).saying(column(refusal), refusal.detail());
      case Outcome.Done(var receipt) -> accepted().changed(receipt.version() - 1, receipt);
      case null -> accepted();
    };
  }

  private BatchRow accepted() {
    return switch (match) {
      case Match.Unchanged(var fact) -> row.outcome(RowResult.UNCHANGED).about(fact.qualified());
      case Match.Cites(var fact) -> noting(RowResult.CITED, fact, null);
      case Match.Dates dates -> noting(RowResult.CORRECTED, dates.fact(), null);
      case Match.New(var of) -> noting(RowResult.RECORDED, row.claim().id(), of);
    };
  }

  private BatchRow noting(RowResult result, FactId fact, @Nullable FactId duplicateOf) {
    return row.outcome(result)
        .about(fact.qualified())
        .noting(duplicateOf == null ? null : duplicateOf.value(), row.warnings());
  }

  /** The column of the table that a field of a command comes from. */
  private static String column(Refusal refusal) {
    String field = refusal.field();
    return field.contains("quote")
        ? "quote"
        : RowReader.COLUMNS.all().stream().filter(field::startsWith).findFirst().orElse("");
  }
}
