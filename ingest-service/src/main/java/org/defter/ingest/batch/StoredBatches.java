package org.defter.ingest.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.defter.core.event.ArchiveJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What batches were asked for and how they stood when last written down, in the event store's
 * database.
 */
@Component
public class StoredBatches {

  private final JdbcClient jdbc;

  StoredBatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A batch and how it stood.
   *
   * @param report naming the batch that undoes it, where there is one
   */
  public record Known(Batch batch, BatchReport report) {}

  /**
   * Takes in a batch.
   *
   * @throws org.springframework.dao.DuplicateKeyException when it undoes, or carries out, one that
   *     another does
   */
  void insert(Batch batch, BatchReport report) {
    jdbc.sql(
            """
            INSERT INTO batch (id, kind, state, dry_run, undo_of, previewed, submitted, ordered, report)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(batch.id())
        .param(batch.kind().word())
        .param(report.state().word())
        .param(batch.dryRun())
        .param(batch.undoOf())
        .param(batch.previewed())
        .param(Timestamp.from(batch.submitted()))
        .param(ArchiveJson.mapper().writeValueAsString(batch))
        .param(ArchiveJson.mapper().writeValueAsString(report))
        .update();
  }

  /** Forgets one that was not taken. */
  void delete(String id) {
    jdbc.sql("DELETE FROM batch WHERE id = ?").param(id).update();
  }

  /** Writes down how a batch stands; says how many that were, which is one. */
  int update(BatchReport report) {
    return jdbc.sql("UPDATE batch SET state = ?, report = ? WHERE id = ?")
        .param(report.state().word())
        .param(ArchiveJson.mapper().writeValueAsString(report))
        .param(report.id())
        .update();
  }

  /** A batch; null when there is none of that id. */
  public @Nullable Known find(String id) {
    return jdbc.sql(SELECT + " WHERE id = ?")
        .param(id)
        .query(StoredBatches::known)
        .optional()
        .orElse(null);
  }

  /** The batch that undoes another one; null when there is none. */
  public @Nullable Known undoing(String id) {
    return jdbc.sql(SELECT + " WHERE undo_of = ? AND NOT dry_run")
        .param(id)
        .query(StoredBatches::known)
        .optional()
        .orElse(null);
  }

  /** The batch that carries out a dry run; null when there is none. */
  @Nullable Known carryingOut(String id) {
    return jdbc.sql(SELECT + " WHERE previewed = ?")
        .param(id)
        .query(StoredBatches::known)
        .optional()
        .orElse(null);
  }

  /**
   * Batches, newest first.
   *
   * @param kinds only of these kinds
   * @param states only in these states
   * @param after the id of the last one on the page before; null for the first page
   */
  List<Known> list(
      List<BatchKind> kinds, List<BatchState> states, @Nullable String after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE kind = ANY (?) AND state = ANY (?)
                  AND (?::text IS NULL
                      OR (submitted, id) < (SELECT last.submitted, last.id FROM batch AS last WHERE last.id = ?))
                ORDER BY submitted DESC, id DESC LIMIT ?
                """)
        .param(kinds.stream().map(BatchKind::word).toArray(String[]::new))
        .param(states.stream().map(BatchState::word).toArray(String[]::new))
        .param(after)
        .param(after)
        .param(limit)
        .query(StoredBatches::known)
        .list();
  }

  private static final String SELECT =
      """
      SELECT ordered, report,
        (SELECT undo.id FROM batch AS undo WHERE undo.undo_of = batch.id AND NOT undo.dry_run) AS undone_by,
        (SELECT done.id FROM batch AS done WHERE done.previewed = batch.id) AS carried_out_by
      FROM batch
      """;

  private static Known known(ResultSet row, int at) throws SQLException {
    return new Known(
        ArchiveJson.mapper().readValue(row.getString("ordered"), Batch.class),
        ArchiveJson.mapper()
            .readValue(row.getString("report"), BatchReport.class)
            .followed(row.getString("undone_by"), row.getString("carried_out_by")));
  }
}
