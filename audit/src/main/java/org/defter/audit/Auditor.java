package org.defter.audit;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.NotProven;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Audits a running archive: its checkpoint's signature, that it goes on from what was seen before,
 * every entry against the store, and the store against the entries.
 */
public final class Auditor {

  /** Few enough that the archive answers well within its own time limit. */
  private static final int ENTRIES_AT_A_TIME = 10_000;

  private final LogClient client;

  public Auditor(LogClient client) {
    this.client = client;
  }

  /**
   * What was found.
   *
   * @param checkpoint the log as of which the archive was audited
   * @param findings what does not hold, a thousand at most
   * @param found how much does not hold
   */
  public record Verdict(SignedNote checkpoint, List<String> findings, long found) {
    public boolean holds() {
      return found == 0;
    }

    /** How many entries were compared. */
    public long entries() {
      return Checkpoint.parse(checkpoint.text()).size();
    }
  }

  /** The keys that the archive itself publishes: to be believed once, or never. */
  public List<VerifierKey> publishedKeys() throws IOException, InterruptedException {
    return client.keys();
  }

  /**
   * Audits everything.
   *
   * @param keys those that count
   * @param before a checkpoint seen earlier, whose signature counts; null for none
   * @param reader is told every entry as well
   * @param progress is told how many entries are compared
   * @throws NotProven when no key that counts signed the checkpoint
   */
  public Verdict audit(
      Collection<VerifierKey> keys,
      @Nullable SignedNote before,
      Consumer<Entered> reader,
      LongConsumer progress)
      throws IOException, InterruptedException {
    SignedNote note = client.checkpoint();
    Checkpoint signed = Checkpoint.verified(note, keys);
    LogAudit audit = new LogAudit(client, signed);
    if (before != null) {
      compare(Checkpoint.verified(before, keys), signed, audit);
    }
    for (long from = 0; from < signed.size(); from += ENTRIES_AT_A_TIME) {
      long to = Math.min(signed.size(), from + ENTRIES_AT_A_TIME);
      client.entries(
          from,
          to,
          entry -> {
            audit.entry(entry);
            reader.accept(entry);
          });
      progress.accept(to);
    }
    audit.finish();
    client.strangers().forEach(audit::stranger);
    return new Verdict(note, audit.findings(), audit.found());
  }

  private void compare(Checkpoint before, Checkpoint signed, LogAudit audit)
      throws IOException, InterruptedException {
    if (before.size() > signed.size()) {
      audit.find(
          "the log has %,d entries and had %,d: the archive was set back to an earlier state"
              .formatted(signed.size(), before.size()));
      return;
    }
    if (before.size() == 0) {
      return;
    }
    try {
      client.consistency(before.size(), signed.size()).verify(before.root(), signed.root());
    } catch (NotProven forked) {
      audit.find(
          "the first %,d entries are not those of the checkpoint seen before: the archive shows another history (%s)"
              .formatted(before.size(), forked.detail()));
    }
  }
}
