package org.defter.ingest.imports;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Refusal;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;
import org.defter.ingest.command.StatementKey;
import org.defter.ingest.imports.ImportReport.Problem;
import org.defter.ingest.imports.ImportReport.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Has the rows of a chunk carried out in one transaction, and counts what became of them.
 *
 * <p>Each method may be called again when it failed: up to the transaction nothing is counted, and
 * a transaction that did commit unseen is recognised by what it left in the archive.
 */
final class ChunkExecution {

  private final ImportOrder order;
  private final ArchiveAccess archive;
  private final Vocabulary vocabulary;
  private final Subjects subjects;
  private final Tally tally;
  private final @Nullable DryRun dryRun;

  /**
   * @param dryRun remembers what would have happened; null to let it happen
   */
  ChunkExecution(
      ImportOrder order,
      ArchiveAccess archive,
      Vocabulary vocabulary,
      Subjects subjects,
      Tally tally,
      @Nullable DryRun dryRun) {
    this.order = order;
    this.archive = archive;
    this.vocabulary = vocabulary;
    this.subjects = subjects;
    this.tally = tally;
    this.dryRun = dryRun;
  }

  /**
   * Takes the source in.
   *
   * @return the same, when it is there
   * @throws ImportRefused when it is refused
   */
  DepositSource deposit(DepositSource deposit) {
    for (Outcome outcome : execute(List.of(new Request(deposit, order.origin("source"))))) {
      switch (outcome) {
        case Outcome.Done(var receipt) -> tally.receipt(receipt);
        // An attempt before this one took effect, though its answer was lost.
        case Outcome.Refused(Refusal.AlreadyExists _) when archive.hasText(deposit) -> {}
        case Outcome.Refused(var refusal) ->
            throw new ImportRefused("the source was refused: " + refusal.detail());
      }
    }
    return deposit;
  }

  /**
   * Registers those of the subjects that the archive lacks.
   *
   * @return how many
   */
  int register(List<RegisterSubject> some) {
    Set<SubjectId> missing = subjects.missingAmong(some.stream().map(RegisterSubject::id).toList());
    List<Request> requests =
        some.stream()
            .filter(subject -> missing.contains(subject.id()))
            .map(subject -> new Request(subject, order.origin("subject-" + subject.id().value())))
            .toList();
    List<Outcome> outcomes = execute(requests);
    for (int at = 0; at < requests.size(); at++) {
      made(requests.get(at).command(), outcomes.isEmpty() ? null : outcomes.get(at));
    }
    return requests.size();
  }

  /**
   * Carries rows out.
   *
   * @return how many are in
   */
  int carryOut(List<ReadRow> rows) {
    ChunkPlan plan = new ChunkPlan(rows, knownTo(rows), takenBy(rows), vocabulary, subjects);
    List<Outcome> outcomes = execute(requests(plan));
    plan.problems().forEach(tally::problem);
    int from = 0;
    for (Step step : plan.steps()) {
      int to = outcomes.isEmpty() ? from : from + step.commands().size();
      account(step, outcomes.subList(from, to));
      from = to;
    }
    return plan.steps().size();
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

  private List<Request> requests(ChunkPlan plan) {
    return plan.steps().stream()
        .flatMap(step ->
            IntStream.range(0, step.commands().size())
                .mapToObj(at ->
                    new Request(
                        step.commands().get(at), order.origin(step.row().row().line() + "-" + at))))
        .toList();
  }

  /** No outcomes at all in a dry run. */
  private List<Outcome> execute(List<Request> requests) {
    return requests.isEmpty() || dryRun != null
        ? List.of()
        : archive.executor().executeTogether(requests);
  }

  /**
   * Counts what became of a row.
   *
   * @param outcomes of its commands; empty in a dry run
   */
  private void account(Step step, List<Outcome> outcomes) {
    int last = step.commands().size() - 1;
    for (int at = 0; at < last; at++) {
      made(step.commands().get(at), outcomes.isEmpty() ? null : outcomes.get(at));
    }
    FactRow row = step.row().row();
    switch (outcomes.isEmpty() ? null : outcomes.getLast()) {
      case null -> accepted(step);
      case Outcome.Done(var receipt) -> {
        tally.receipt(receipt);
        accepted(step);
      }
      case Outcome.Refused(var refusal) ->
          tally.problem(
              new Problem("facts", row.line(), column(refusal), row.label(), refusal.detail()));
    }
  }

  private void accepted(Step step) {
    FactRow row = step.row().row();
    tally.accepted(row, step.row().claim(), step.match());
    if (step.event() != null) {
      step.row()
          .warnings()
          .forEach(text -> tally.warning(new Warning(row.line(), row.label(), text)));
      if (dryRun != null) {
        dryRun.happened(row, step.event());
      }
    }
  }

  /** A term or subject was made; refused means that somebody else was quicker, which will do. */
  private void made(ArchiveCommand command, @Nullable Outcome outcome) {
    boolean ours = !(outcome instanceof Outcome.Refused);
    if (outcome instanceof Outcome.Done(var receipt)) {
      tally.receipt(receipt);
    }
    switch (command) {
      case DefineProperty define -> {
        vocabulary.defined(define.id());
        tally.property(ours);
      }
      case RegisterSubject register -> {
        subjects.registered(register.id());
        tally.subject(ours);
      }
      default -> throw new IllegalStateException("nothing a fact needs is made by " + command);
    }
  }

  /** The column of the table that a field of a command comes from. */
  private static String column(Refusal refusal) {
    String field = refusal.field();
    return field.contains("quote")
        ? "quote"
        : RowReader.COLUMNS.all().stream().filter(field::startsWith).findFirst().orElse("");
  }
}
