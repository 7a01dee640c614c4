package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.ingest.Running.SERVICE;
import static org.defter.ingest.Running.send;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database itself must hold to, whoever works on it. */
class StoreIT {

  private static final JdbcTemplate JDBC = SERVICE.getBean(JdbcTemplate.class);

  @BeforeAll
  static void holdsAnEvent() {
    send(
        "POST",
        "/api/v1/subjects",
        "{\"id\":\"kept\",\"names\":[{\"text\":\"K\",\"language\":\"en\"}]}");
  }

  /**
   * Below half the reader's gap timeout of 60 s: an event cannot be committed after it was given
   * up.
   */
  @Test
  void endsATransactionBeforeTheReaderGivesItsPositionsUp() {
    assertThat(JDBC.queryForObject("SHOW transaction_timeout", String.class)).isEqualTo("25s");
  }

  @Test
  void flushesEveryCommitToTheDisk() {
    assertThat(JDBC.queryForObject("SHOW fsync", String.class)).isEqualTo("on");
    assertThat(JDBC.queryForObject("SHOW synchronous_commit", String.class)).isEqualTo("on");
  }

  @Test
  void keepsEventsAsJsonUnderTheirStableNames() {
    assertThat(
            JDBC.queryForList(
                "SELECT payload_type || ' ' || (payload::json ->> 'id') || ' ' || (meta_data::json -> 'origin' -> 'actor' ->> 'id')"
                    + " FROM domain_event_entry WHERE aggregate_identifier = 'subject/kept'",
                String.class))
        .containsExactly("archive.subject.registered.v1 kept ann");
  }

  @Test
  void refusesToChangeOrDeleteAnEvent() {
    for (String slip :
        new String[] {
          "UPDATE domain_event_entry SET payload = '{}'",
          "DELETE FROM domain_event_entry",
          "TRUNCATE domain_event_entry"
        }) {
      assertThatThrownBy(() -> JDBC.execute(slip))
          .as(slip)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("never changed or deleted");
    }
  }
}
