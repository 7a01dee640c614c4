package org.defter.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Facts with long histories: imported, then each corrected in the store itself, as nothing else
 * would be quick enough. Log, topic and indexes get them like any others.
 */
final class SyntheticEvents {

  /** Versions of each fact. */
  static final int VERSIONS = 10;

  /** An import's text is as long as its facts, and a source has a limit. */
  private static final int FACTS_OF_A_SOURCE = 10_000;

  private SyntheticEvents() {}

  /** Makes so many, nearly: the sources and their imports have events of their own. */
  static void make(Rig rig, int events) throws Exception {
    int number = 0;
    for (int left = events / VERSIONS; left > 0; left -= FACTS_OF_A_SOURCE) {
      String source = "synthetic-" + number++;
      long before;
      try (Connection database = rig.database()) {
        before = Rig.newestPosition(database);
      }
      Imports.run(rig, source, Math.min(left, FACTS_OF_A_SOURCE));
      try (Connection database = rig.database()) {
        correct(database, before);
      }
    }
    rig.awaitQuiet();
    try (HttpConnection ingest = rig.ingest()) {
      while (size(ingest) < rig.topic().length()) {
        Thread.sleep(1_000); // the log signs what it has as it grows
      }
    }
  }

  private static long size(HttpConnection ingest) throws IOException {
    return Long.parseLong(ingest.get("/log/checkpoint").text().lines().toList().get(1));
  }

  private static void correct(Connection database, long after) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                type, time_stamp, payload_type, payload, meta_data)
            SELECT gen_random_uuid()::text, aggregate_identifier, ?, type,
                to_char((time_stamp::timestamptz + ? * interval '1 second') AT TIME ZONE 'UTC',
                    'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'archive.fact.corrected.v1',
                (payload::jsonb || '{"reason": {"type": "other", "text": "measured"}}')::text,
                meta_data
            FROM domain_event_entry
            WHERE global_index > ? AND payload_type = 'archive.fact.recorded.v1'
            ORDER BY global_index
            """)) {
      for (int version = 1; version < VERSIONS; version++) {
        insert.setInt(1, version);
        insert.setInt(2, version);
        insert.setLong(3, after);
        insert.executeUpdate();
      }
    }
  }
}
