package org.defter.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.defter.benchmark.RawRows.Row;
import tools.jackson.databind.JsonNode;

/**
 * Every fact of an import corrected by one batch, which is stopped once, and once killed with the
 * service that carries it out, and goes on each time; then undone. Beside it the rows of as many
 * events, inserted in batches of a thousand by one connection. It fails when a row was left out or
 * done twice.
 */
final class MassCorrection implements Measurement {

  /** An import's text is as long as its facts, and a source has a limit. */
  private static final int ROWS_OF_A_SOURCE = 10_000;

  private static final int BATCH = 1_000;
  private static final String CORRECTED = "archive.fact.corrected.v1";
  private static final byte[] CORRECTION =
      Rig.utf8(
          "{\"changes\":{\"certainty\":\"low\"},\"reason\":{\"type\":\"other\",\"text\":\"measured\"}}");

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    int rows = rig.settings().rows();
    List<String> sources = imported(rig, rows);
    Figure corrected = new Figure("mass correction, %,d facts".formatted(rows), "rows/s", "");
    Figure undone = new Figure("undoing it", "rows/s", "");
    Figure memory = new Figure("ingest service, most memory meanwhile", "MB", "");
    try (Connection database = rig.database()) {
      double raw = raw(database, rows);
      long before = Rig.newestPosition(database);
      BatchFollower batch = BatchFollower.begin(rig, target(sources), CORRECTION);
      batch.awaitDone(rows / 5);
      batch.stop();
      batch.awaitState("stopped");
      batch.resume();
      batch.awaitDone(rows / 2);
      batch.kill();
      batch.awaitState("interrupted");
      batch.resume();
      JsonNode report = batch.awaitState("finished");
      corrected.add(batch.rowsPerSecond(), raw);
      require("corrections reported", report.at("/counts/corrections").asLong(), rows);
      requireOnce(database, before, rows);

      long between = Rig.newestPosition(database);
      BatchFollower undo =
          BatchFollower.begin(rig, "/api/v1/batches/" + batch.id() + "/undo", new byte[0]);
      report = undo.awaitState("finished");
      undone.add(undo.rowsPerSecond(), raw(database, rows));
      require("rows undone", report.at("/counts/undone").asLong(), rows);
      requireOnce(database, between, rows);
      memory.add((double) Math.max(batch.mostMegabytes(), undo.mostMegabytes()));
    }
    rig.awaitQuiet();
    require("facts as before", saying(rig, sources, "certain"), rows);
    return List.of(corrected, undone, memory);
  }

  private static List<String> imported(Rig rig, int rows) throws Exception {
    List<String> sources = new ArrayList<>();
    for (int left = rows; left > 0; left -= ROWS_OF_A_SOURCE) {
      String source = "mass-" + sources.size();
      Imports.run(rig, source, Math.min(left, ROWS_OF_A_SOURCE));
      sources.add(source);
    }
    rig.awaitQuiet();
    require("facts found", saying(rig, sources, "certain"), rows);
    return sources;
  }

  private static String target(List<String> sources) {
    return sources.stream()
        .map(source -> "source=" + source)
        .collect(Collectors.joining("&", "/api/v1/facts/corrections?", ""));
  }

  private static double raw(Connection database, int rows) throws SQLException {
    List<Row> events = RawRows.newest(database, "archive.fact.recorded.v1", BATCH);
    RawRows.makeTable(database);
    List<Row> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      all.add(events.get(row % events.size()));
    }
    return RawRows.inBatches(database, all, BATCH);
  }

  /** How many facts of these sources are that certain, by the index. */
  private static long saying(Rig rig, List<String> sources, String certainty) throws IOException {
    String count =
        "{\"query\":{\"bool\":{\"filter\":[{\"terms\":{\"sources\":[%s]}},{\"term\":{\"certainty\":\"%s\"}}]}}}"
            .formatted(
                sources.stream().map(one -> '"' + one + '"').collect(Collectors.joining(",")),
                certainty);
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      return Rig.json(elasticsearch.json("POST", "/facts/_count", Rig.utf8(count)))
          .path("count")
          .asLong();
    }
  }

  /** By the store: as many facts were corrected, and none of them twice. */
  private static void requireOnce(Connection database, long after, int rows) throws SQLException {
    try (PreparedStatement count =
        database.prepareStatement(
            "SELECT count(*), count(DISTINCT aggregate_identifier) FROM domain_event_entry"
                + " WHERE global_index > ? AND payload_type = ?")) {
      count.setLong(1, after);
      count.setString(2, CORRECTED);
      try (ResultSet counted = count.executeQuery()) {
        counted.next();
        require("corrections stored", counted.getLong(1), rows);
        require("facts corrected", counted.getLong(2), rows);
      }
    }
  }

  private static void require(String what, long found, long expected) {
    if (found != expected) {
      throw new IllegalStateException("%s: %,d of %,d".formatted(what, found, expected));
    }
  }
}
