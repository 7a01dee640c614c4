package org.defter.ingest.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.defter.core.log.LoggedEvent;

/** From a row of the store to what the log says of it. */
final class StoredRow {

  private StoredRow() {}

  /** The event, exactly as the store holds it. */
  static LoggedEvent logged(ResultSet row) throws SQLException {
    return new LoggedEvent(
        row.getString("aggregate_identifier"),
        row.getLong("sequence_number"),
        row.getString("event_identifier"),
        row.getString("time_stamp"),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getString("payload"),
        row.getString("meta_data"));
  }
}
