package org.defter.ingest.imports;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.defter.core.Archive;
import org.defter.core.source.Anchoring;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.ingest.command.CommandExecutor;
import org.defter.ingest.command.FactLookup;
import org.defter.ingest.command.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * All of the archive that an import needs.
 *
 * @param archive looks up terms and texts
 * @param executor has commands carried out
 * @param facts finds facts by what they state
 * @param taken tells which identifiers are taken
 * @param pauses how long to wait before each further attempt when the store does not answer
 */
record ArchiveAccess(
    Archive archive,
    CommandExecutor executor,
    FactLookup facts,
    TakenIds taken,
    List<Duration> pauses) {

  /** A minute in all: a restarted PostgreSQL is back by then. */
  static final List<Duration> A_MINUTE =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20));

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveAccess.class);

  ArchiveAccess {
    pauses = List.copyOf(pauses);
  }

  /** Whether the source is there with this very text. */
  boolean hasText(DepositSource deposit) {
    Anchoring text = archive.transcription(deposit.id(), 1);
    return text != null
        && deposit.reading() != null
        && text.transcription().text().equals(deposit.reading().text());
  }

  /**
   * Does something again until the store answers. It must not matter whether an attempt that failed
   * took effect: when the connection broke during the commit, nobody knows.
   *
   * @throws ImportRefused when the store does not come back, or the service is stopping
   */
  <T> T patiently(Supplier<T> something) {
    for (Duration pause : pauses) {
      try {
        return something.get();
      } catch (StoreUnavailable | DataAccessException | TransactionException away) {
        LOG.warn("an import waits {} for the event store", pause, away);
        sleep(pause);
      }
    }
    try {
      return something.get();
    } catch (StoreUnavailable | DataAccessException | TransactionException away) {
      throw new ImportRefused(
          "the event store does not answer; when it does, send the same files again: what is already in is recognised",
          away);
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new ImportRefused(ImportReport.INTERRUPTED, stopping);
    }
  }
}
