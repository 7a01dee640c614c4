package org.defter.ingest.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.defter.core.event.Receipt;
import org.defter.core.id.ArchiveId;
import org.defter.ingest.imports.ImportReport.Counts;
import org.defter.ingest.imports.ImportReport.PossibleDuplicate;
import org.defter.ingest.imports.ImportReport.Problem;
import org.defter.ingest.imports.ImportReport.Warning;

/** Counts what becomes of the rows of one import, and keeps the first of what is to be listed. */
final class Tally {

  private final Consumer<Problem> everyProblem;
  private final List<Problem> problems = new ArrayList<>();
  private final List<PossibleDuplicate> duplicates = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final ToIntFunction<ArchiveId> partition;
  private final Map<Integer, String> receipts = new TreeMap<>();
  private long done;
  private long facts;
  private long citations;
  private long corrections;
  private long unchanged;
  private long duplicateCount;
  private long errors;
  private long warningCount;
  private long subjects;
  private long properties;

  /**
   * @param partition which partition of the topic the events of a thing are on
   * @param everyProblem takes each problem, also those the report does not list
   */
  Tally(ToIntFunction<ArchiveId> partition, Consumer<Problem> everyProblem) {
    this.partition = partition;
    this.everyProblem = everyProblem;
  }

  void problem(Problem problem) {
    errors++;
    String reason = problem.reason();
    Problem brief =
        reason.length() <= 500
            ? problem
            : new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.row(),
                reason.substring(0, 500) + "...");
    everyProblem.accept(brief);
    if (problems.size() < ImportReport.SHOWN) {
      problems.add(brief);
    }
  }

  /** Says a thing once, though many rows give rise to it. */
  void warning(Warning warning) {
    if (warnings.stream().anyMatch(before -> before.text().equals(warning.text()))) {
      return;
    }
    warningCount++;
    if (warnings.size() < ImportReport.SHOWN) {
      warnings.add(warning);
    }
  }

  /** Counts a row that is in. */
  void accepted(FactRow row, Claim claim, Match match) {
    switch (match) {
      case Match.Unchanged _ -> unchanged++;
      case Match.Cites _ -> citations++;
      case Match.Dates _ -> corrections++;
      case Match.New(var of) -> {
        facts++;
        if (of != null) {
          duplicateCount++;
          if (duplicates.size() < ImportReport.SHOWN) {
            duplicates.add(new PossibleDuplicate(row.line(), claim.id().value(), of.value()));
          }
        }
      }
    }
  }

  void subject(boolean ours) {
    subjects += ours ? 1 : 0;
  }

  void property(boolean ours) {
    properties += ours ? 1 : 0;
  }

  void rowsDone(long count) {
    done += count;
  }

  void receipt(Receipt receipt) {
    receipts.put(partition.applyAsInt(receipt.id()), receipt.token());
  }

  long done() {
    return done;
  }

  Counts counts() {
    return new Counts(
        facts,
        citations,
        corrections,
        unchanged,
        duplicateCount,
        errors,
        warningCount,
        subjects,
        properties);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<PossibleDuplicate> possibleDuplicates() {
    return List.copyOf(duplicates);
  }

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  List<String> receipts() {
    return List.copyOf(receipts.values());
  }
}
