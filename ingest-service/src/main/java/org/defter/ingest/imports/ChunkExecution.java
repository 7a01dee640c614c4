package org.defter.ingest.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchRefused;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.Chunk;
import org.defter.ingest.batch.RowResult;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;
import org.defter.ingest.command.StatementKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done for the chunks of an import, and what became of their rows.
 *
 * <p>Each method may be called again when the transaction failed: nothing is remembered of it
 * before {@link #done}.
 */
final class ChunkExecution {

  private final Batch batch;
  private final ArchiveAccess archive;
  private final Vocabulary vocabulary;
  private final Subjects subjects;
  private final @Nullable DryRun dryRun;
  private List<ArchiveCommand> made = List.of();
  private List<Step> steps = List.of();

  /**
   * @param dryRun remembers what would have happened; null to let it happen
   */
  ChunkExecution(
      Batch batch,
      ArchiveAccess archive,
      Vocabulary vocabulary,
      Subjects subjects,
      @Nullable DryRun dryRun) {
    this.batch = batch;
    this.archive = archive;
    this.vocabulary = vocabulary;
    this.subjects = subjects;
    this.dryRun = dryRun;
  }

  /** Takes the source in. When it is refused, so is the import. */
  Chunk deposit(DepositSource deposit) {
    return new Chunk(
        List.of(new Request(deposit, batch.origin("source"))),
        outcomes ->
            switch (outcomes.isEmpty() ? null : outcomes.getFirst()) {
              case null -> List.of();
              case Outcome.Done(var receipt) ->
                  List.of(BatchRow.of(null, 0, null, RowResult.DEPOSITED).changed(0, receipt));
              // Somebody else took it in meanwhile.
              case Outcome.Refused(Refusal.AlreadyExists _) when archive.hasText(deposit) ->
                  List.of();
              case Outcome.Refused(var refusal) ->
                  throw new BatchRefused(
                      Detail.of("ingest.batch.source-refused", refusal.detail()));
            });
  }

  /** Registers those of the subjects that the archive lacks. */
  Chunk register(List<RegisterSubject> some) {
    Set<SubjectId> missing = subjects.missingAmong(some.stream().map(RegisterSubject::id).toList());
    List<Request> requests =
        some.stream()
            .filter(subject -> missing.contains(subject.id()))
            .map(subject -> new Request(subject, batch.origin("subject-" + subject.id().value())))
            .toList();
    steps = List.of();
    made = requests.stream().map(Request::command).toList();
    return new Chunk(requests, outcomes -> made("subjects", 0, made, outcomes));
  }

  /** Carries rows out. */
  Chunk carryOut(ChunkReader.Rows rows) {
    ChunkPlan plan =
        new ChunkPlan(
            rows.read(), knownTo(rows.read()), takenBy(rows.read()), vocabulary, subjects);
    steps = plan.steps();
    made = steps.stream().flatMap(step -> step.preparations().stream()).toList();
    return new Chunk(
        requests(plan.steps()), outcomes -> rows(rows.bad(), plan.problems(), plan, outcomes));
  }

  /** Takes note that the chunk decided last is done. */
  void done() {
    for (ArchiveCommand command : made) {
      switch (command) {
        case DefineProperty define -> vocabulary.defined(define.id());
        case RegisterSubject register -> subjects.registered(register.id());
        default -> throw new IllegalStateException("nothing a fact needs is made by " + command);
      }
    }
    for (Step step : steps) {
      FactEvent event = step.event();
      if (dryRun != null && event != null) {
        dryRun.happened(step.row().row(), event);
      }
    }
  }

  private KnownFacts knownTo(List<ReadRow> rows) {
    List<StatementKey> keys = rows.stream().map(row -> row.claim().key()).distinct().toList();
    KnownFacts known = KnownFacts.of(archive.facts().factsStating(keys));
    if (dryRun != null) {
      dryRun.addTo(known, keys);
    }
    return known;
  }

  private Set<FactId> takenBy(List<ReadRow> rows) {
    Set<FactId> ids = rows.stream().map(row -> row.claim().id()).collect(Collectors.toSet());
    Set<String> stored =
        archive.taken().among(ids.stream().map(FactId::qualified).collect(Collectors.toSet()));
    ids.removeIf(id -> !stored.contains(id.qualified()) && (dryRun == null || !dryRun.isTaken(id)));
    return ids;
  }

  private List<Request> requests(List<Step> steps) {
    return steps.stream()
        .flatMap(step ->
            IntStream.range(0, step.commands().size())
                .mapToObj(at ->
                    new Request(
                        step.commands().get(at), batch.origin(step.row().row().line() + "-" + at))))
        .toList();
  }

  /** In the order of the table, so that the last one says how far the import has got. */
  private static List<BatchRow> rows(
      List<BatchRow> bad, List<BatchRow> problems, ChunkPlan plan, List<Outcome> outcomes) {
    List<BatchRow> rows = new ArrayList<>(bad);
    rows.addAll(problems);
    int from = 0;
    for (Step step : plan.steps()) {
      int to = outcomes.isEmpty() ? from : from + step.commands().size();
      List<Outcome> ofStep = outcomes.subList(from, to);
      rows.addAll(made("facts", step.row().row().line(), step.preparations(), ofStep));
      rows.add(step.row(ofStep.isEmpty() ? null : ofStep.getLast()));
      from = to;
    }
    rows.sort(Comparator.comparingLong(BatchRow::line));
    return rows;
  }

  /**
   * The terms and subjects that were made; a refusal means that somebody else was quicker, which
   * will do.
   *
   * @param outcomes of the commands, and maybe of others after them; empty in a dry run
   */
  private static List<BatchRow> made(
      String file, long line, List<ArchiveCommand> commands, List<Outcome> outcomes) {
    List<BatchRow> rows = new ArrayList<>();
    for (int at = 0; at < commands.size(); at++) {
      ArchiveCommand command = commands.get(at);
      RowResult result =
          command instanceof DefineProperty ? RowResult.DEFINED : RowResult.REGISTERED;
      BatchRow row = BatchRow.of(file, line, null, result).about(command.id().qualified());
      if (outcomes.isEmpty()) {
        rows.add(row);
      } else if (outcomes.get(at) instanceof Outcome.Done(var receipt)) {
        rows.add(row.changed(0, receipt));
      }
    }
    return rows;
  }
}
