package org.defter.ingest.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has got, and what became of its rows. Lists are cut off at {@link #SHOWN}; how
 * long they really are stands in the counts.
 *
 * @param id the import
 * @param state where it is
 * @param why why it failed, and what to do; null unless it did
 * @param dryRun whether everything is decided and nothing stored
 * @param sourceId the document the facts come from
 * @param rows how many there are, and how many are done with
 * @param counts what became of those
 * @param problems the rows that were not imported
 * @param possibleDuplicates facts recorded though another differs from them in its qualifiers only
 * @param warnings what was decided for the archivist, and should be looked at
 * @param receipts the last event it put on each partition of the topic, as receipts: a reader that
 *     has these has all of it
 * @param submitted when it was asked for
 * @param started when its turn came; null before
 * @param ended when it ended; null before
 */
record ImportReport(
    String id,
    State state,
    @Nullable String why,
    boolean dryRun,
    String sourceId,
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

  /** Why an import failed that did not come to its end. */
  static final String INTERRUPTED =
      "interrupted, send the same file again: what is already in is recognised";

  ImportReport {
    problems = List.copyOf(problems);
    possibleDuplicates = List.copyOf(possibleDuplicates);
    warnings = List.copyOf(warnings);
    receipts = List.copyOf(receipts);
  }

  /** What is known of an import when it is asked for. */
  static ImportReport queued(ImportOrder order) {
    return new ImportReport(
        order.id(),
        State.QUEUED,
        null,
        order.dryRun(),
        order.source().value(),
        new Rows(0, 0),
        new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        order.submitted(),
        null,
        null);
  }

  /** What is reported of an import that a crash cut off: what it had done by then is not known. */
  ImportReport interrupted(Instant when) {
    return new ImportReport(
        id,
        State.FAILED,
        INTERRUPTED,
        dryRun,
        sourceId,
        rows,
        counts,
        problems,
        possibleDuplicates,
        warnings,
        receipts,
        submitted,
        started,
        when);
  }

  /** Where an import is. */
  enum State {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("finished")
    FINISHED,
    @JsonProperty("failed")
    FAILED;

    boolean ended() {
      return this == FINISHED || this == FAILED;
    }
  }

  /**
   * Rows of the facts table.
   *
   * @param total all of them; 0 until they are counted
   * @param done those imported or refused
   */
  record Rows(long total, long done) {}

  /**
   * What the import led to; in a dry run, what it would lead to.
   *
   * @param facts facts recorded
   * @param citations further citations of facts
   * @param corrections facts that gained a time
   * @param unchanged rows that were in already
   * @param possibleDuplicates of the facts, those that may be duplicates
   * @param errors rows not imported
   * @param warnings things to look at
   * @param subjects subjects registered
   * @param properties properties defined
   */
  record Counts(
      long facts,
      long citations,
      long corrections,
      long unchanged,
      long possibleDuplicates,
      long errors,
      long warnings,
      long subjects,
      long properties) {}

  /**
   * A row that was not imported.
   *
   * @param file {@code facts} or {@code subjects}
   * @param line the line of the file it begins on, from 1
   * @param column the column at fault; empty when it is the row
   * @param row the row's id; empty when it has none
   * @param reason what is wrong and what to do
   */
  record Problem(String file, long line, String column, String row, String reason) {}

  /**
   * A fact that may be there twice.
   *
   * @param line the row's line
   * @param fact the fact recorded from it
   * @param of the fact it may be a duplicate of
   */
  record PossibleDuplicate(long line, String fact, String of) {}

  /**
   * Something decided for the archivist.
   *
   * @param line the row's line
   * @param row the row's id; empty when it has none
   * @param text what was decided and what to do if it is wrong
   */
  record Warning(long line, String row, String text) {}
}
