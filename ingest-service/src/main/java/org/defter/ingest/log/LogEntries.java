package org.defter.ingest.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.defter.core.id.FactId;
import org.defter.core.log.LoggedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.server.ResponseStatusException;

/** The entries of the log, with what the store holds of them now. */
@Component
class LogEntries {

  /** Of rows at a time, since an event may hold a whole transcription. */
  private static final int FETCH = 50;

  private static final String ENTRIES =
      """
      SELECT index, l.event_identifier AS entered_id, l.aggregate_identifier AS entered_about,
          l.sequence_number AS entered_sequence, l.position AS entered_position,
          e.*
      FROM log_entry l LEFT JOIN domain_event_entry e ON e.global_index = l.position
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  LogEntries(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * One entry.
   *
   * @param index from 0
   * @param eventId of the event that entered
   * @param about what it happened to, for example {@code fact/f1}
   * @param version which event of that, from 1
   * @param position where the store put it; not dense
   * @param event the event as the store holds it now; null when it is gone
   */
  record Entry(
      long index,
      String eventId,
      String about,
      long version,
      long position,
      @Nullable LoggedEvent event) {

    /**
     * @throws ResponseStatusException when it is gone
     */
    LoggedEvent storedEvent() {
      if (event == null) {
        throw new ResponseStatusException(
            HttpStatus.CONFLICT,
            "version %d of %s (event %s) is gone from the store, where nothing is ever deleted: tell the"
                    .formatted(version, about, eventId)
                + " archive's auditors; `defter audit` lists everything that does not hold");
      }
      return event;
    }
  }

  /** Hands over some entries in their order, without holding more than a few of them. */
  void each(long from, long to, Consumer<Entry> reader) {
    // Only within a transaction does PostgreSQL send rows as they are taken.
    transactions.executeWithoutResult(_ -> {
      try (var entries =
          jdbc
              .sql(ENTRIES + "WHERE index >= ? AND index < ? ORDER BY index")
              .withFetchSize(FETCH)
              .params(from, to)
              .query((row, _) -> entry(row))
              .stream()) {
        entries.forEach(reader);
      }
    });
  }

  /** Everything that happened to these, in its order. */
  List<Entry> about(Collection<String> qualifiedIds) {
    return jdbc.sql(ENTRIES + "WHERE l.aggregate_identifier = ANY (?) ORDER BY index")
        .param(qualifiedIds.toArray(String[]::new))
        .query((row, _) -> entry(row))
        .list();
  }

  /** The corrections that were ever proposed to a fact, by their qualified identifiers. */
  List<String> correctionsOf(FactId fact) {
    return jdbc.sql(
            """
            SELECT aggregate_identifier FROM domain_event_entry
            WHERE payload_type = 'archive.correction.proposed.v1'
                AND payload::json #>> '{proposal,fact}' = ?
            """)
        .param(fact.value())
        .query(String.class)
        .list();
  }

  /** How many events of these the store holds. */
  long stored(Collection<String> qualifiedIds) {
    return jdbc.sql("SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = ANY (?)")
        .param(qualifiedIds.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /** Whether anything that happened to these cites a source that is restricted now. */
  boolean citeRestricted(Collection<String> qualifiedIds) {
    return jdbc.sql(
            """
            SELECT EXISTS (
                SELECT FROM domain_event_entry e,
                    jsonb_path_query(e.payload::jsonb, '$.**.citations[*].source') AS cited (source)
                WHERE e.aggregate_identifier = ANY (?) AND 'restricted' = (
                    SELECT s.payload::json #>> '{description,access}' FROM domain_event_entry s
                    WHERE s.aggregate_identifier = 'source/' || (cited.source #>> '{}')
                        AND s.payload::json #> '{description}' IS NOT NULL
                    ORDER BY s.sequence_number DESC LIMIT 1))
            """)
        .param(qualifiedIds.toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Which entry an event is. */
  Optional<Long> indexOf(String eventId) {
    return jdbc.sql("SELECT index FROM log_entry WHERE event_identifier = ?")
        .param(eventId)
        .query(Long.class)
        .optional();
  }

  /**
   * Events that the store holds and that neither entered nor wait to: somebody wrote them past the
   * archive.
   */
  List<LoggedEvent> strangers(int most) {
    return jdbc.sql(
            """
            SELECT e.* FROM domain_event_entry e
            WHERE NOT EXISTS (SELECT FROM log_entry WHERE position = global_index)
                AND NOT EXISTS (SELECT FROM event_to_log t WHERE t.position = global_index)
            ORDER BY global_index LIMIT ?
            """)
        .param(most)
        .query((row, _) -> StoredRow.logged(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("index"),
        row.getString("entered_id"),
        row.getString("entered_about"),
        row.getLong("entered_sequence") + 1,
        row.getLong("entered_position"),
        row.getString("event_identifier") == null ? null : StoredRow.logged(row));
  }
}
