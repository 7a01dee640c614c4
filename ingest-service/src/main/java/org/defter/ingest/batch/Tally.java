package org.defter.ingest.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.defter.core.detail.Detail;
import org.defter.core.event.Receipt;
import org.defter.core.id.ArchiveId;
import org.defter.ingest.batch.BatchReport.Counts;
import org.defter.ingest.batch.BatchReport.PossibleDuplicate;
import org.defter.ingest.batch.BatchReport.Problem;
import org.defter.ingest.batch.BatchReport.Warning;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of one batch, and keeps the first of what is to be listed. */
public final class Tally {

  /** What a batch reads before its rows, and whose lines do not say how far it has got. */
  private static final String SUBJECTS = "subjects";

  private final List<Problem> problems = new ArrayList<>();
  private final List<PossibleDuplicate> duplicates = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final ToIntFunction<ArchiveId> partition;
  private final Map<Integer, String> receipts = new TreeMap<>();
  private final Map<RowResult, Long> results = new EnumMap<>(RowResult.class);
  private long last;
  private long lastLine;
  private long done;
  private long duplicateCount;
  private long warningCount;

  /**
   * @param partition which partition of the topic the events of a thing are on
   */
  public Tally(ToIntFunction<ArchiveId> partition) {
    this.partition = partition;
  }

  /** Counts a row. */
  void add(BatchRow row) {
    last = row.number();
    results.merge(row.result(), 1L, Long::sum);
    if (!SUBJECTS.equals(row.file())) {
      lastLine = row.line();
      done += row.result().endsARow() ? 1 : 0;
    }
    if (row.receipt() != null) {
      Receipt receipt = Receipt.parse(row.receipt());
      receipts.put(partition.applyAsInt(receipt.id()), row.receipt());
    }
    list(row);
  }

  private void list(BatchRow row) {
    if (row.result().isAProblem() && problems.size() < BatchReport.SHOWN) {
      problems.add(
          new Problem(
              given(row.file()),
              row.line(),
              given(row.field()),
              name(row),
              row.detail() == null ? Detail.untranslated("") : row.detail()));
    }
    if (row.duplicateOf() != null) {
      duplicateCount++;
      if (duplicates.size() < BatchReport.SHOWN) {
        duplicates.add(new PossibleDuplicate(row.line(), fact(row), row.duplicateOf()));
      }
    }
    row.warnings().forEach(text -> warn(row, text));
  }

  /** Says a thing once, though many rows give rise to it. */
  private void warn(BatchRow row, Detail text) {
    if (warnings.stream().anyMatch(before -> before.text().equals(text))) {
      return;
    }
    warningCount++;
    if (warnings.size() < BatchReport.SHOWN) {
      warnings.add(new Warning(row.line(), given(row.label()), text));
    }
  }

  private static String name(BatchRow row) {
    return row.label() != null ? row.label() : given(row.about());
  }

  private static String fact(BatchRow row) {
    String about = given(row.about());
    return about.substring(about.indexOf('/') + 1);
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The number of the last row; 0 while there is none. */
  long last() {
    return last;
  }

  /** The line of the last row. */
  long lastLine() {
    return lastLine;
  }

  /** How many rows are done with. */
  public long done() {
    return done;
  }

  /** What became of them. */
  public Counts counts() {
    return new Counts(
        count(RowResult.RECORDED),
        count(RowResult.CITED),
        count(RowResult.CORRECTED),
        count(RowResult.UNCHANGED),
        count(RowResult.CONFLICT),
        count(RowResult.UNDONE),
        count(RowResult.TOUCHED_SINCE),
        count(RowResult.KEPT),
        duplicateCount,
        count(RowResult.REFUSED),
        warningCount,
        count(RowResult.REGISTERED),
        count(RowResult.DEFINED));
  }

  private long count(RowResult result) {
    return results.getOrDefault(result, 0L);
  }

  /** The first that were not carried out. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The first facts that may be there twice. */
  public List<PossibleDuplicate> possibleDuplicates() {
    return List.copyOf(duplicates);
  }

  /** The first things to look at. */
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** The last event on each partition. */
  public List<String> receipts() {
    return List.copyOf(receipts.values());
  }
}
