package org.defter.ingest.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions to the event table that Axon has no words for. */
@Component
public class StoredEvents {

  private final JdbcClient jdbc;

  StoredEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which of these aggregates exist, by their qualified identifiers; in one question to the store.
   */
  public Set<String> existing(Collection<String> qualifiedIds) {
    if (qualifiedIds.isEmpty()) {
      return Set.of();
    }
    List<String> found =
        jdbc.sql(
                """
                SELECT aggregate_identifier FROM domain_event_entry
                WHERE aggregate_identifier = ANY (?) AND sequence_number = 0
                """)
            .param(qualifiedIds.toArray(String[]::new))
            .query(String.class)
            .list();
    return new HashSet<>(found);
  }

  /** The record time of the newest event; the beginning of 1970 while there is none. */
  Instant newestRecordTime() {
    return jdbc.sql("SELECT time_stamp FROM domain_event_entry ORDER BY global_index DESC LIMIT 1")
        .query(String.class)
        .optional()
        .map(Instant::parse)
        .orElse(Instant.EPOCH);
  }

  /** The highest position any committed event has; 0 while there is none. */
  public long newestPosition() {
    return jdbc.sql("SELECT coalesce(max(global_index), 0) FROM domain_event_entry")
        .query(Long.class)
        .single();
  }
}
