package org.defter.ingest.batch;

import java.time.Instant;
import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.id.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a batch has got, and what became of its rows. Lists are cut off at {@link #SHOWN}; how
 * long they really are stands in the counts, and every row is in the batch's rows.
 *
 * @param id the batch
 * @param kind what it is for
 * @param state where it is
 * @param why why it ended before its end, and what to do; null unless it did
 * @param dryRun whether everything is decided and nothing stored
 * @param asked what was asked for, in the terms of its kind
 * @param actor who asked
 * @param undoOf the batch it takes back; null unless it does
 * @param undoneBy the batch that takes it back; null while there is none
 * @param previewed the dry run it carries out; null unless it does
 * @param carriedOutBy of a dry run the batch that carries it out; null while there is none
 * @param rows how many there are, and how many are done with
 * @param counts what became of those
 * @param problems the rows that were not carried out
 * @param possibleDuplicates facts recorded though another differs from them in its qualifiers only
 * @param warnings what was decided for the archivist, and should be looked at
 * @param receipts the last event it put on each partition of the topic, as receipts: a reader that
 *     has these has all of it
 * @param submitted when it was asked for
 * @param started when its turn came last; null before
 * @param ended when it ended; null before
 */
public record BatchReport(
    String id,
    BatchKind kind,
    BatchState state,
    @Nullable Detail why,
    boolean dryRun,
    JsonNode asked,
    Actor actor,
    @Nullable String undoOf,
    @Nullable String undoneBy,
    @Nullable String previewed,
    @Nullable String carriedOutBy,
    Rows rows,
    Counts counts,
    List<Problem> problems,
    List<PossibleDuplicate> possibleDuplicates,
    List<Warning> warnings,
    List<String> receipts,
    Instant submitted,
    @Nullable Instant started,
    @Nullable Instant ended) {

  /** The most entries a list in the report has. */
  static final int SHOWN = 100;

  public BatchReport {
    problems = List.copyOf(problems);
    possibleDuplicates = List.copyOf(possibleDuplicates);
    warnings = List.copyOf(warnings);
    receipts = List.copyOf(receipts);
  }

  /** What is known of a batch, given what became of its rows so far. */
  static BatchReport of(
      Batch batch,
      BatchState state,
      @Nullable Detail why,
      long total,
      Tally tally,
      @Nullable Instant started,
      @Nullable Instant ended) {
    return new BatchReport(
        batch.id(),
        batch.kind(),
        state,
        why,
        batch.dryRun(),
        batch.asked(),
        batch.sender().actor(),
        batch.undoOf(),
        null,
        batch.previewed(),
        null,
        new Rows(total, tally.done()),
        tally.counts(),
        tally.problems(),
        tally.possibleDuplicates(),
        tally.warnings(),
        tally.receipts(),
        batch.submitted(),
        started,
        ended);
  }

  /** The same, naming the batches that follow from it. */
  BatchReport followed(@Nullable String undo, @Nullable String carriedOut) {
    return with(undo, carriedOut, problems, possibleDuplicates, warnings, receipts);
  }

  /** The same without its lists, as it stands in a list of batches. */
  BatchReport brief() {
    return with(undoneBy, carriedOutBy, List.of(), List.of(), List.of(), List.of());
  }

  private BatchReport with(
      @Nullable String undo,
      @Nullable String carriedOut,
      List<Problem> problems,
      List<PossibleDuplicate> duplicates,
      List<Warning> warnings,
      List<String> receipts) {
    return new BatchReport(
        id,
        kind,
        state,
        why,
        dryRun,
        asked,
        actor,
        undoOf,
        undo,
        previewed,
        carriedOut,
        rows,
        counts,
        problems,
        duplicates,
        warnings,
        receipts,
        submitted,
        started,
        ended);
  }

  /**
   * Rows of a batch.
   *
   * @param total all of them; 0 until they are counted
   * @param done those done with, whatever became of them
   */
  public record Rows(long total, long done) {}

  /**
   * What the batch led to; in a dry run, what it would lead to.
   *
   * @param facts facts recorded
   * @param citations further citations of facts
   * @param corrections facts corrected
   * @param unchanged rows of which the archive says the same already
   * @param conflicts rows left out because somebody changed the fact meanwhile
   * @param undone facts that are as they were before the batch that is undone
   * @param touchedSince facts left as they are because somebody changed them since
   * @param kept subjects, properties and sources that stay though their batch is undone
   * @param possibleDuplicates of the facts recorded, those that may be duplicates
   * @param errors rows that cannot be done
   * @param warnings things to look at
   * @param subjects subjects registered
   * @param properties properties defined
   */
  public record Counts(
      long facts,
      long citations,
      long corrections,
      long unchanged,
      long conflicts,
      long undone,
      long touchedSince,
      long kept,
      long possibleDuplicates,
      long errors,
      long warnings,
      long subjects,
      long properties) {}

  /**
   * A row that was not carried out.
   *
   * @param file the file it stands in: {@code facts} or {@code subjects}; empty when there is one
   * @param line the line of the file it begins on, from 1
   * @param column the column or field at fault; empty when it is the row
   * @param row what the row calls itself; empty when it does not
   * @param reason what is wrong and what to do
   */
  public record Problem(String file, long line, String column, String row, Detail reason) {}

  /**
   * A fact that may be there twice.
   *
   * @param line the row's line
   * @param fact the fact recorded from it
   * @param of the fact it may be a duplicate of
   */
  public record PossibleDuplicate(long line, String fact, String of) {}

  /**
   * Something decided for the archivist.
   *
   * @param line the row's line
   * @param row what the row calls itself; empty when it does not
   * @param text what was decided and what to do if it is wrong
   */
  public record Warning(long line, String row, Detail text) {}
}
