package org.defter.ingest.batch;

import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.event.FieldChange;
import org.defter.core.event.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a batch.
 *
 * @param number counts the rows of a batch from 1, in the order they were carried out; 0 before
 * @param file the file the row stands in, where the batch has several
 * @param line the line of the file it begins on, from 1; in an undoing, the number of the row that
 *     is undone
 * @param label what the row calls itself
 * @param result what became of it
 * @param about kind and id of what it is about, for example {@code fact/S012}
 * @param versionBefore the version that was at before; 0 when it did not exist
 * @param version the version the row left it at; null when it changed nothing
 * @param receipt of the last event the row led to
 * @param field the field or column at fault
 * @param detail what is wrong and what to do; or what was done
 * @param duplicateOf the fact that the recorded one may be a duplicate of
 * @param warnings what was decided for the archivist, and should be looked at
 * @param changes in a preview, what would change, field by field
 */
public record BatchRow(
    long number,
    @Nullable String file,
    long line,
    @Nullable String label,
    RowResult result,
    @Nullable String about,
    @Nullable Long versionBefore,
    @Nullable Long version,
    @Nullable String receipt,
    @Nullable String field,
    @Nullable Detail detail,
    @Nullable String duplicateOf,
    List<Detail> warnings,
    List<FieldChange> changes) {

  /** What is quoted of a row in what is said of it, in characters. */
  private static final int LONGEST_WORDS = 500;

  public BatchRow {
    warnings = List.copyOf(warnings);
    changes = List.copyOf(changes);
    detail = detail == null ? null : detail.clipped(LONGEST_WORDS);
  }

  /** A row of which nothing but its result is known yet. */
  public static BatchRow of(
      @Nullable String file, long line, @Nullable String label, RowResult result) {
    return new BatchRow(
        0, file, line, label, result, null, null, null, null, null, null, null, List.of(),
        List.of());
  }

  /** The same about this. */
  public BatchRow about(@Nullable String qualifiedId) {
    return new BatchRow(
        number,
        file,
        line,
        label,
        result,
        qualifiedId,
        versionBefore,
        version,
        receipt,
        field,
        detail,
        duplicateOf,
        warnings,
        changes);
  }

  /** The same, having changed what it is about. */
  public BatchRow changed(long from, Receipt receipt) {
    return new BatchRow(
        number,
        file,
        line,
        label,
        result,
        receipt.id().qualified(),
        from,
        receipt.version(),
        receipt.token(),
        field,
        detail,
        duplicateOf,
        warnings,
        changes);
  }

  /** The same, with words on it. */
  public BatchRow saying(@Nullable String field, @Nullable Detail detail) {
    return new BatchRow(
        number,
        file,
        line,
        label,
        result,
        about,
        versionBefore,
        version,
        receipt,
        field,
        detail,
        duplicateOf,
        warnings,
        changes);
  }

  /** The same, with what to look at. */
  public BatchRow noting(@Nullable String duplicateOf, List<Detail> warnings) {
    return new BatchRow(
        number,
        file,
        line,
        label,
        result,
        about,
        versionBefore,
        version,
        receipt,
        field,
        detail,
        duplicateOf,
        warnings,
        changes);
  }

  /** The same, with what would change. */
  public BatchRow showing(List<FieldChange> changes) {
    return new BatchRow(
        number,
        file,
        line,
        label,
        result,
        about,
        versionBefore,
        version,
        receipt,
        field,
        detail,
        duplicateOf,
        warnings,
        changes);
  }

  BatchRow numbered(long number) {
    return new BatchRow(
        number,
        file,
        line,
        label,
        result,
        about,
        versionBefore,
        version,
        receipt,
        field,
        detail,
        duplicateOf,
        warnings,
        changes);
  }
}
