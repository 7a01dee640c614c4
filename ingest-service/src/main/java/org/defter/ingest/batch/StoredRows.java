package org.defter.ingest.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.event.ArchiveJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The rows of batches, in the database of the event store. */
@Component
public class StoredRows implements BatchLedger {

  private final JdbcTemplate jdbc;

  StoredRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a row of a batch did to something.
   *
   * @param before the version it was at; 0 when it did not exist
   * @param after the version the row left it at
   */
  public record Span(long before, long after) {}

  /**
   * The last row of a batch that changed something.
   *
   * @param number the row's
   * @param about kind and id of what it changed
   */
  public record LastChange(long number, String about) {}

  @Override
  public void add(String batch, List<BatchRow> rows) {
    List<@Nullable Object[]> all = new ArrayList<>(rows.size());
    for (BatchRow row : rows) {
      all.add(
          new @Nullable Object[] {
            batch,
            row.number(),
            row.result().word(),
            row.about(),
            row.versionBefore(),
            row.version(),
            ArchiveJson.mapper().writeValueAsString(row)
          });
    }
    jdbc.batchUpdate(
        """
        INSERT INTO batch_row (batch_id, number, result, about, version_before, version, row)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        all);
  }

  @Override
  public List<BatchRow> after(String batch, long number, int limit) {
    return jdbc.query(
        "SELECT row FROM batch_row WHERE batch_id = ? AND number > ? ORDER BY number LIMIT ?",
        (row, _) -> read(row.getString(1)),
        batch,
        number,
        limit);
  }

  /** Those of the rows that follow a number which have a result, in order. */
  List<BatchRow> after(String batch, long number, int limit, RowResult result) {
    return jdbc.query(
        """
        SELECT row FROM batch_row WHERE batch_id = ? AND number > ? AND result = ?
        ORDER BY number LIMIT ?
        """,
        (row, _) -> read(row.getString(1)),
        batch,
        number,
        result.word(),
        limit);
  }

  private static BatchRow read(String json) {
    return ArchiveJson.mapper().readValue(json, BatchRow.class);
  }

  /** Forgets the rows of a dry run, which begins again; says how many. */
  int forget(String batch) {
    return jdbc.update("DELETE FROM batch_row WHERE batch_id = ?", batch);
  }

  /** How many different things a batch changed. */
  public long countChanged(String batch) {
    Long count =
        jdbc.queryForObject(
            "SELECT count(DISTINCT about) FROM batch_row WHERE batch_id = ? AND version IS NOT NULL",
            Long.class,
            batch);
    return count == null ? 0 : count;
  }

  /**
   * What a batch changed before a row, newest first, each thing once: where it was changed last.
   */
  public List<LastChange> lastChangesBefore(String batch, long number, int limit) {
    return jdbc.query(
        """
        SELECT number, about FROM batch_row AS change
        WHERE batch_id = ? AND number < ? AND version IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM batch_row AS later
            WHERE later.batch_id = change.batch_id AND later.about = change.about
              AND later.number > change.number AND later.version IS NOT NULL)
        ORDER BY number DESC LIMIT ?
        """,
        (row, _) -> new LastChange(row.getLong(1), row.getString(2)),
        batch,
        number,
        limit);
  }

  /** All that a batch did to some things, in order. */
  public Map<String, List<Span>> spans(String batch, Collection<String> about) {
    Map<String, List<Span>> spans = new LinkedHashMap<>();
    jdbc.query(
        """
        SELECT about, version_before, version FROM batch_row
        WHERE batch_id = ? AND about = ANY (?) AND version IS NOT NULL ORDER BY number
        """,
        (RowCallbackHandler)
            row ->
                spans
                    .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                    .add(new Span(row.getLong(2), row.getLong(3))),
        batch,
        about.toArray(String[]::new));
    return spans;
  }

  /** Those of some things that rows of a batch with this result are about. */
  public Set<String> withResult(String batch, Collection<String> about, RowResult result) {
    return new HashSet<>(
        jdbc.queryForList(
            """
            SELECT about FROM batch_row WHERE batch_id = ? AND about = ANY (?) AND result = ?
            """,
            String.class,
            batch,
            about.toArray(String[]::new),
            result.word()));
  }
}
