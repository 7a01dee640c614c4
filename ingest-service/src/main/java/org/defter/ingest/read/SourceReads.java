package org.defter.ingest.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.defter.core.id.Actor;
import org.defter.core.id.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of who read which restricted source. What is in it stays as it is. */
@Component
public class SourceReads {

  private static final String INSERT =
      """
      INSERT INTO source_read
        (actor_id, actor_name, actor_role, on_behalf_of, method, address, source_id, version)
      """;

  /** What an event of a source hands out; the condition is that of an index, word for word. */
  private static final String OF_EVENTS =
      INSERT
          + """
          SELECT ?, ?, ?, ?, ?, ?, substr(e.aggregate_identifier, 8), e.sequence_number + 1
          FROM domain_event_entry e LEFT JOIN log_entry l ON l.position = e.global_index
          WHERE e.payload_type LIKE 'archive.source.%'
            AND e.payload::json #>> '{description,access}' = 'restricted'
          """;

  private final JdbcClient jdbc;

  SourceReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records that a version of a restricted source is read. When this returns, it is on the disk.
   *
   * @throws ReadNotRecorded when it is not; then nothing may be given
   */
  void record(Reading reading, SourceId source, long version) {
    insert(INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", reading, source.value(), version);
  }

  /**
   * Records that entries of the log are read: those that are of restricted sources.
   *
   * @param from the first entry, from 0
   * @param to before this one
   * @return how many those are
   * @throws ReadNotRecorded when that fails; then nothing may be given
   */
  public int recordEntries(Reading reading, long from, long to) {
    return insert(OF_EVENTS + "AND l.index >= ? AND l.index < ?", reading, from, to);
  }

  /**
   * The same for events, in the log or not.
   *
   * @param ids of the events
   * @throws ReadNotRecorded when that fails; then nothing may be given
   */
  public void recordEvents(Reading reading, Collection<String> ids) {
    Object any = ids.toArray(String[]::new);
    insert(OF_EVENTS + "AND e.event_identifier = ANY (?)", reading, any);
  }

  private int insert(String sql, Reading reading, Object... what) {
    Actor actor = reading.reader().actor();
    Actor principal = reading.reader().onBehalfOf();
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param(actor == null ? null : actor.id())
            .param(actor == null ? null : actor.name())
            .param(actor == null ? null : actor.role())
            .param(principal == null ? null : principal.id())
            .param(reading.method())
            .param(reading.address());
    for (Object value : what) {
      statement.param(value);
    }
    try {
      return statement.update();
    } catch (DataAccessException failed) {
      throw new ReadNotRecorded(failed);
    }
  }

  /** Some of what was read, newest first: at most {@code size}. */
  List<SourceRead> list(ReadRequest asked) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("SELECT * FROM source_read WHERE true");
    where(sql, values, " AND source_id = ANY (?)", any(asked.sources()));
    where(sql, values, " AND actor_id = ANY (?)", any(asked.actors()));
    where(sql, values, " AND record_time >= ?", timestamp(asked.from()));
    where(sql, values, " AND record_time <= ?", timestamp(asked.to()));
    where(sql, values, " AND number < ?", asked.before());
    values.add(asked.size());
    return jdbc.sql(sql + " ORDER BY number DESC LIMIT ?")
        .params(values)
        .query((row, _) -> read(row))
        .list();
  }

  private static void where(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      values.add(value);
    }
  }

  private static String @Nullable [] any(List<String> values) {
    return values.isEmpty() ? null : values.toArray(String[]::new);
  }

  private static @Nullable Timestamp timestamp(java.time.@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static SourceRead read(ResultSet row) throws SQLException {
    String actor = row.getString("actor_id");
    String principal = row.getString("on_behalf_of");
    return new SourceRead(
        row.getLong("number"),
        row.getTimestamp("record_time").toInstant(),
        actor == null
            ? null
            : new Actor(actor, row.getString("actor_name"), row.getString("actor_role")),
        principal == null ? null : new Actor(principal, null, "principal"),
        new SourceId(row.getString("source_id")),
        row.getLong("version"),
        row.getString("method"),
        row.getString("address"));
  }
}
