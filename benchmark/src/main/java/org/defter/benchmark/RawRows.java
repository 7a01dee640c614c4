package org.defter.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Rows written straight into a table with the columns and constraints of the event store, and none
 * of its further indexes, in a schema beside it. Same PostgreSQL, same settings (fsync on).
 */
final class RawRows {

  private static final String INSERT =
      "INSERT INTO benchmark.raw_event (event_identifier, aggregate_identifier, sequence_number,"
          + " type, time_stamp, payload_type, payload_revision, payload, meta_data)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private RawRows() {}

  /** An event's row, without what makes it unique. */
  record Row(
      String type, String time, String payloadType, String revision, String payload, String meta) {}

  static void makeTable(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS benchmark");
      statement.execute("DROP TABLE IF EXISTS benchmark.raw_event");
      statement.execute(
          "CREATE TABLE benchmark.raw_event (LIKE domain_event_entry INCLUDING DEFAULTS"
              + " INCLUDING IDENTITY INCLUDING CONSTRAINTS, PRIMARY KEY (global_index),"
              + " UNIQUE (event_identifier), UNIQUE (aggregate_identifier, sequence_number))");
    }
  }

  /** The newest rows of the store of a type, the newest first. */
  static List<Row> newest(Connection database, String payloadType, int limit) throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement(
            "SELECT type, time_stamp, payload_type, payload_revision, payload, meta_data"
                + " FROM domain_event_entry WHERE payload_type = ?"
                + " ORDER BY global_index DESC LIMIT ?")) {
      select.setString(1, payloadType);
      select.setInt(2, limit);
      List<Row> rows = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(
              new Row(
                  found.getString(1),
                  found.getString(2),
                  found.getString(3),
                  found.getString(4),
                  found.getString(5),
                  found.getString(6)));
        }
      }
      return rows;
    }
  }

  /** A client that commits one such row at a time. */
  static Load.Client oneByOne(Connection database, Row row) throws SQLException {
    PreparedStatement insert = database.prepareStatement(INSERT);
    return new Load.Client() {
      @Override
      public void once() throws SQLException {
        fill(insert, row);
        insert.executeUpdate();
      }

      @Override
      public void close() throws SQLException {
        database.close();
      }
    };
  }

  /**
   * Writes the rows in batches, each committed.
   *
   * @return rows per second
   */
  static double inBatches(Connection database, List<Row> rows, int batch) throws SQLException {
    database.setAutoCommit(false);
    try (PreparedStatement insert = database.prepareStatement(INSERT)) {
      long began = System.nanoTime();
      int waiting = 0;
      for (Row row : rows) {
        fill(insert, row);
        insert.addBatch();
        if (++waiting == batch) {
          insert.executeBatch();
          database.commit();
          waiting = 0;
        }
      }
      insert.executeBatch();
      database.commit();
      return rows.size() / ((System.nanoTime() - began) / 1e9);
    } finally {
      database.setAutoCommit(true);
    }
  }

  private static void fill(PreparedStatement insert, Row row) throws SQLException {
    insert.setString(1, UUID.randomUUID().toString());
    insert.setString(2, "fact:" + UUID.randomUUID());
    insert.setLong(3, 0);
    insert.setString(4, row.type());
    insert.setString(5, row.time());
    insert.setString(6, row.payloadType());
    insert.setString(7, row.revision());
    insert.setString(8, row.payload());
    insert.setString(9, row.meta());
  }
}
