package org.defter.ingest.anchoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.Origin;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.ingest.store.StoredMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The revisions of transcriptions that citations have still to follow, as the store notes them with
 * the events.
 *
 * <p>Who takes one has it for a while, and for a while longer with every note of progress; after a
 * crash it is anybody's when that has passed. Two who have the same do no harm: what the one did,
 * the other finds done.
 */
@Component
class RevisionsToFollow {

  static final Duration CLAIM = Duration.ofSeconds(10);

  /**
   * Longer than a transaction may take (25 s), with the time that the newest revision may go
   * unnoticed: then every fact that was recorded by the text before is there to be found.
   */
  static final Duration BEFORE_THE_LAST_SWEEP = Duration.ofSeconds(30);

  private static final int SWEEPS = 2;

  private final JdbcClient jdbc;

  RevisionsToFollow(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A revision to follow.
   *
   * @param position of its event in the store
   * @param eventId its event
   * @param revision its number
   * @param origin who revised the transcription
   * @param doneThrough facts up to this one are done; null before the first
   */
  record Revision(
      long position,
      String eventId,
      SourceId source,
      int revision,
      Origin origin,
      int sweep,
      @Nullable String doneThrough) {}

  /** Takes the oldest that is due; null when none is. */
  @Nullable Revision take() {
    return jdbc.sql(
            """
            WITH taken AS (
                UPDATE revision_to_follow SET due = clock_timestamp() + make_interval(secs => ?)
                WHERE position = (
                    SELECT position FROM revision_to_follow WHERE due <= clock_timestamp()
                    ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING position, sweep, done_through, event_identifier)
            SELECT position, sweep, done_through, event_identifier,
                payload::json ->> 'id' AS source,
                (payload::json -> 'transcription' ->> 'revision')::integer AS revision,
                meta_data::json ->> ? AS origin
            FROM taken JOIN domain_event_entry USING (event_identifier)
            """)
        .param(CLAIM.toSeconds())
        .param(StoredMessages.ORIGIN)
        .query((row, _) -> revision(row))
        .optional()
        .orElse(null);
  }

  private static Revision revision(ResultSet row) throws SQLException {
    return new Revision(
        row.getLong("position"),
        row.getString("event_identifier"),
        new SourceId(row.getString("source")),
        row.getInt("revision"),
        ArchiveJson.mapper().readValue(row.getString("origin"), Origin.class),
        row.getInt("sweep"),
        row.getString("done_through"));
  }

  /** The next facts, in order, that ever cited a source. */
  List<FactId> citing(SourceId source, @Nullable String after, int most) {
    return jdbc.sql(
            """
            SELECT fact_id FROM citing_fact WHERE source_id = ? AND fact_id > ?
            ORDER BY fact_id LIMIT ?
            """)
        .param(source.value())
        .param(after == null ? "" : after)
        .param(most)
        .query((row, _) -> new FactId(row.getString("fact_id")))
        .list();
  }

  /** Notes that the facts up to this one are done. */
  void doneThrough(Revision revision, FactId fact) {
    jdbc.sql(
            """
            UPDATE revision_to_follow
            SET done_through = ?, due = clock_timestamp() + make_interval(secs => ?)
            WHERE position = ? AND sweep = ?
            """)
        .param(fact.value())
        .param(CLAIM.toSeconds())
        .param(revision.position())
        .param(revision.sweep())
        .update();
  }

  /** Notes that all facts were gone through: for the last time, or once more in a while. */
  void swept(Revision revision) {
    if (revision.sweep() == SWEEPS) {
      jdbc.sql("DELETE FROM revision_to_follow WHERE position = ?")
          .param(revision.position())
          .update();
    } else {
      jdbc.sql(
              """
              UPDATE revision_to_follow
              SET done_through = NULL, sweep = sweep + 1,
                  due = clock_timestamp() + make_interval(secs => ?)
              WHERE position = ? AND sweep = ?
              """)
          .param(BEFORE_THE_LAST_SWEEP.toSeconds())
          .param(revision.position())
          .param(revision.sweep())
          .update();
    }
  }
}
