package org.defter.ingest.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.defter.ingest.command.CommandExecutor;
import org.defter.ingest.command.Outcome;

/**
 * Carries one batch out, chunk by chunk: the commands of a chunk and what became of its rows are
 * one transaction.
 *
 * <p>A crash leaves whole chunks behind and no part of one, and the ledger says which. So a run
 * that goes on after a crash, or after a commit that nobody heard of, begins after the last row in
 * the ledger.
 */
public final class BatchRun {

  /** Rows in one transaction: enough to make its cost small, few enough to take well under 1 s. */
  public static final int CHUNK = 500;

  private final Batch batch;
  private final Path folder;
  private final BatchLedger ledger;
  private final CommandExecutor executor;
  private final Patience patience;
  private final Tally tally;
  private final Progress progress;

  /** Is told how far a run has got. */
  public interface Progress {
    /** The rows are counted. */
    void counted(long rows);

    /** Some more rows are done. Throws when the run is to end here. */
    void advanced();
  }

  public BatchRun(
      Batch batch,
      Path folder,
      BatchLedger ledger,
      CommandExecutor executor,
      Patience patience,
      Tally tally,
      Progress progress) {
    this.batch = batch;
    this.folder = folder;
    this.ledger = ledger;
    this.executor = executor;
    this.patience = patience;
    this.tally = tally;
    this.progress = progress;
  }

  /** What was asked for. */
  public Batch batch() {
    return batch;
  }

  /** Where the files are that were sent with it. */
  public Path folder() {
    return folder;
  }

  /** Whether some of it is done already. */
  public boolean begun() {
    return tally.last() > 0;
  }

  /** The line of the last row that is done; 0 when none is. */
  public long lastLine() {
    return tally.lastLine();
  }

  /** Says how many rows there are. */
  public void counted(long rows) {
    progress.counted(rows);
  }

  /** Asks the store something, until it answers. */
  public <T> T patiently(Supplier<T> question) {
    return patience.until(question);
  }

  /** Takes in from the ledger what is done already. */
  public void recall() {
    List<BatchRow> page = patiently(() -> ledger.after(batch.id(), tally.last(), CHUNK));
    while (!page.isEmpty()) {
      page.forEach(tally::add);
      page = patiently(() -> ledger.after(batch.id(), tally.last(), CHUNK));
    }
  }

  /**
   * Carries some rows out.
   *
   * @param decide what is to be done, from what the archive holds then; asked anew whenever the
   *     chunk is tried again
   */
  public void carryOut(Supplier<Chunk> decide) {
    List<BatchRow> done = patiently(() -> doneUnheard(decide));
    done.forEach(tally::add);
    progress.advanced();
  }

  /** An attempt before this one may have been committed without an answer. */
  private List<BatchRow> doneUnheard(Supplier<Chunk> decide) {
    List<BatchRow> unheard = ledger.after(batch.id(), tally.last(), Integer.MAX_VALUE);
    return unheard.isEmpty() ? carryOutNow(decide.get()) : unheard;
  }

  private List<BatchRow> carryOutNow(Chunk chunk) {
    List<BatchRow> written = new ArrayList<>();
    executor.executeTogether(
        batch.dryRun() ? List.of() : chunk.requests(),
        outcomes -> {
          written.clear();
          written.addAll(numbered(chunk, outcomes));
          // A crash from here to the end of the commit leaves neither these rows nor their events.
          ledger.add(batch.id(), written);
        });
    return written;
  }

  private List<BatchRow> numbered(Chunk chunk, List<Outcome> outcomes) {
    List<BatchRow> rows = chunk.rows().apply(outcomes);
    List<BatchRow> numbered = new ArrayList<>(rows.size());
    for (BatchRow row : rows) {
      numbered.add(row.numbered(tally.last() + 1 + numbered.size()));
    }
    return numbered;
  }
}
