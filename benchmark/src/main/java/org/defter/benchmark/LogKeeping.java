package org.defter.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.defter.localstack.Part;

/**
 * What the transparency log costs the commands, and how often it is signed meanwhile, with the
 * reading side stopped.
 *
 * <p>The raw side is the same commands while the log stands still, because this program holds the
 * row that whoever lets it grow must hold. The gap is what {@link CheckpointWatch} saw.
 */
final class LogKeeping implements Measurement {

  private static final int CLIENTS = 8;
  private static final double WARM_UP_SECONDS = 8;
  private static final double LOAD_SECONDS = 60;

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    FactCommands.prepare(rig);
    rig.awaitQuiet();
    rig.stack().stop(Part.QUERY_SERVICE);
    run(rig, WARM_UP_SECONDS);
    Figure commands = new Figure("record a fact, log growing, 8 clients", "commands/s", "≥ 0.9");
    for (int round = 0; round < rig.settings().rounds(); round++) {
      double still = withLogHeld(rig);
      awaitSigned(rig);
      commands.add(run(rig, rig.settings().seconds()), still);
      awaitSigned(rig);
    }
    Figure gap =
        new Figure(
            "longest gap between checkpoints while committed events wait, 8 clients, 60 s",
            "s",
            "≤ 1 s");
    Figure often = new Figure("checkpoints signed meanwhile", "1/s", "");
    try (CheckpointWatch watch = new CheckpointWatch(rig)) {
      run(rig, LOAD_SECONDS);
      gap.add(watch.longestGapSeconds());
      often.add(watch.checkpointsPerSecond());
    }
    rig.stack().start(Part.QUERY_SERVICE);
    rig.awaitQuiet();
    return List.of(commands, gap, often, ofAnImport(rig));
  }

  /** While a table is imported and everything projects it. */
  private static Figure ofAnImport(Rig rig) throws Exception {
    int rows = rig.settings().rows();
    Figure gap =
        new Figure(
            "longest gap between checkpoints while committed events wait, import of %,d rows"
                .formatted(rows),
            "s",
            "≤ 1 s");
    try (CheckpointWatch watch = new CheckpointWatch(rig)) {
      Imports.run(rig, "log-keeping", rows);
      awaitSigned(rig);
      gap.add(watch.longestGapSeconds());
    }
    rig.awaitQuiet();
    return gap;
  }

  private static double withLogHeld(Rig rig) throws Exception {
    try (Connection holding = rig.database()) {
      holding.setAutoCommit(false);
      number(holding, "SELECT size FROM log_head FOR UPDATE");
      return run(rig, rig.settings().seconds());
    }
  }

  private static double run(Rig rig, double seconds) throws Exception {
    return Load.run(CLIENTS, seconds, _ -> FactCommands.recording(rig.ingest())).perSecond();
  }

  /** Waits until everything committed is in the log and signed. */
  private static void awaitSigned(Rig rig) throws Exception {
    try (Connection database = rig.database()) {
      while (number(
              database,
              "SELECT (SELECT count(*) FROM event_to_log)"
                  + " + (SELECT size FROM log_head) - (SELECT max(size) FROM log_checkpoint)")
          > 0) {
        Thread.sleep(100);
      }
    }
  }

  private static double number(Connection database, String question) throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getDouble(1);
    }
  }
}
