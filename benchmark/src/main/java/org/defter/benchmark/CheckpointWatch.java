package org.defter.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the store fifty times a second, and keeps how long a committed event waited for the next
 * checkpoint at most. It sees what is committed only, and sees it late rather than early: the gap
 * is never told shorter than it was by more than the time between two looks.
 */
final class CheckpointWatch implements AutoCloseable {

  private static final long PAUSE_MILLIS = 20;
  private static final String LOOK =
      """
      SELECT extract(epoch FROM clock_timestamp()) AS now,
          (SELECT size FROM log_head) + (SELECT count(*) FROM event_to_log) AS committed,
          (SELECT coalesce(max(size), 0) FROM log_checkpoint) AS signed
      """;

  private record Look(double now, long committed, long signed) {
    boolean waits() {
      return committed > signed;
    }
  }

  private record Seen(double longestGap, double perSecond) {}

  private final Connection database;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<Seen> seen;
  private volatile boolean ended;

  CheckpointWatch(Rig rig) throws SQLException {
    database = rig.database();
    seen = thread.submit(this::watch);
  }

  /** Ends the watch. */
  double longestGapSeconds() throws ExecutionException, InterruptedException {
    return end().longestGap();
  }

  /** Ends the watch. */
  double checkpointsPerSecond() throws ExecutionException, InterruptedException {
    return end().perSecond();
  }

  private Seen end() throws ExecutionException, InterruptedException {
    ended = true;
    return seen.get();
  }

  private Seen watch() throws SQLException, InterruptedException {
    Look last = look();
    double began = last.now();
    double since = began;
    double longest = 0;
    int checkpoints = 0;
    while (!ended) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      Look look = look();
      if (last.waits()) {
        longest = Math.max(longest, look.now() - since);
      }
      if (look.signed() > last.signed()) {
        checkpoints++;
        since = look.now();
      } else if (!last.waits()) {
        since = look.now();
      }
      last = look;
    }
    return new Seen(longest, checkpoints / (last.now() - began));
  }

  private Look look() throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(LOOK)) {
      rows.next();
      return new Look(rows.getDouble("now"), rows.getLong("committed"), rows.getLong("signed"));
    }
  }

  @Override
  public void close() throws SQLException {
    ended = true;
    thread.close();
    database.close();
  }
}
