package org.defter.ingest.batch;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.defter.ingest.command.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does something again until the store answers.
 *
 * @param pauses how long to wait before each further attempt
 */
public record Patience(List<Duration> pauses) {

  /** A minute in all: a restarted PostgreSQL is back by then. */
  static final Patience A_MINUTE =
      new Patience(
          List.of(
              Duration.ofMillis(500),
              Duration.ofSeconds(1),
              Duration.ofSeconds(3),
              Duration.ofSeconds(5),
              Duration.ofSeconds(10),
              Duration.ofSeconds(20),
              Duration.ofSeconds(20)));

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  public Patience {
    pauses = List.copyOf(pauses);
  }

  /**
   * Does it. It must not matter whether an attempt that failed took effect: when the connection
   * broke during the commit, nobody knows.
   *
   * @throws BatchCutOff when the store does not come back, or the service is stopping
   */
  <T> T until(Supplier<T> answered) {
    for (Duration pause : pauses) {
      try {
        return answered.get();
      } catch (StoreUnavailable | DataAccessException | TransactionException away) {
        LOG.warn("a batch waits {} for the event store", pause, away);
        sleep(pause);
      }
    }
    try {
      return answered.get();
    } catch (StoreUnavailable | DataAccessException | TransactionException away) {
      throw BatchCutOff.storeAway(away);
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw BatchCutOff.interrupted(stopping);
    }
  }
}
