package org.defter.ingest.masscorrection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defter.core.Archive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.Refusal;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.FieldChanges;
import org.defter.core.event.UnfitJson;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.Chunk;
import org.defter.ingest.batch.RowResult;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Some lines of a mass correction, each read, or found to be no correction. */
final class CorrectionChunk {

  /** A line; one of the two is null. */
  private record Read(long line, @Nullable CorrectFact command, @Nullable BatchRow bad) {}

  private final List<Read> lines = new ArrayList<>();

  CorrectionChunk(List<JsonLines.Line> some, Reason reason) {
    some.forEach(line -> lines.add(read(line, reason)));
  }

  private static Read read(JsonLines.Line line, Reason reason) {
    try {
      CorrectionRow row = ArchiveJson.mapper().readValue(line.text(), CorrectionRow.class);
      CorrectFact command = new CorrectFact(row.fact(), row.version(), row.changes(), reason);
      return new Read(line.number(), command, null);
    } catch (JacksonException unread) {
      UnfitJson unfit = UnfitJson.of(unread);
      BatchRow bad = BatchRow.of(null, line.number(), null, RowResult.REFUSED);
      return new Read(line.number(), null, bad.saying(unfit.field(), unfit.detail()));
    }
  }

  /** The facts it is about. */
  Set<FactId> facts() {
    return commands().stream().map(CorrectFact::id).collect(Collectors.toSet());
  }

  private List<CorrectFact> commands() {
    List<CorrectFact> commands = new ArrayList<>();
    lines.stream().map(Read::command).filter(Objects::nonNull).forEach(commands::add);
    return commands;
  }

  /** Has it carried out. */
  Chunk toCarryOut(Batch batch) {
    List<Request> requests =
        lines.stream()
            .<Request>mapMulti((line, sink) -> {
              if (line.command() != null) {
                sink.accept(new Request(line.command(), batch.origin(String.valueOf(line.line()))));
              }
            })
            .toList();
    return new Chunk(requests, this::rows);
  }

  private List<BatchRow> rows(List<Outcome> outcomes) {
    List<BatchRow> rows = new ArrayList<>();
    int at = 0;
    for (Read line : lines) {
      rows.add(
          line.command() == null
              ? Objects.requireNonNull(line.bad())
              : row(line.line(), line.command(), outcomes.get(at++)));
    }
    return rows;
  }

  private static BatchRow row(long line, CorrectFact command, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var receipt) ->
          row(line, command, RowResult.CORRECTED).changed(receipt.version() - 1, receipt);
      case Outcome.Refused(var refusal) -> refused(line, command, refusal);
    };
  }

  /**
   * Says what would become of it.
   *
   * @param state a fact as it stands; null when there is none of that id
   * @param corrected those that earlier lines correct
   */
  Chunk toPreview(Archive archive, Function<FactId, @Nullable Fact> state, Set<FactId> corrected) {
    List<BatchRow> rows = new ArrayList<>();
    for (Read line : lines) {
      CorrectFact command = line.command();
      if (command == null) {
        rows.add(Objects.requireNonNull(line.bad()));
      } else {
        BatchRow row = preview(line.line(), command, archive, state.apply(command.id()), corrected);
        rows.add(row);
        if (row.result() == RowResult.CORRECTED) {
          corrected.add(command.id());
        }
      }
    }
    return new Chunk(List.of(), _ -> rows);
  }

  private static BatchRow preview(
      long line, CorrectFact command, Archive archive, @Nullable Fact fact, Set<FactId> corrected) {
    if (corrected.contains(command.id())) {
      long before = fact == null ? 0 : fact.version();
      return refused(line, command, new Refusal.StaleVersion(before, before + 1));
    }
    return switch (Fact.decide(fact, command, archive)) {
      case Decision.Refused<FactEvent>(var refusal) -> refused(line, command, refusal);
      case Decision.Accepted<FactEvent>(var events) when fact != null ->
          row(line, command, RowResult.CORRECTED)
              .showing(
                  FieldChanges.between(
                      fact.statement(),
                      fact.standing(),
                      events.getLast().statement(),
                      events.getLast().standing()));
      case Decision.Accepted<FactEvent> _ ->
          throw new IllegalStateException("a fact that is not there was corrected");
    };
  }

  private static BatchRow refused(long line, CorrectFact command, Refusal refusal) {
    RowResult result =
        switch (refusal) {
          case Refusal.StaleVersion _ -> RowResult.CONFLICT;
          case Refusal.NothingChanges _ -> RowResult.UNCHANGED;
          default -> RowResult.REFUSED;
        };
    return row(line, command, result).saying(field(refusal), refusal.detail());
  }

  /** A line has no header to send a version in. */
  private static String field(Refusal refusal) {
    return refusal instanceof Refusal.StaleVersion ? "version" : refusal.field();
  }

  private static BatchRow row(long line, CorrectFact command, RowResult result) {
    return BatchRow.of(null, line, null, result).about(command.id().qualified());
  }
}
