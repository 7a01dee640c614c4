package org.defter.ingest.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was signed of the log, and signing the next. A checkpoint is signed only for what is in the
 * store, and only when it goes on from everything that was signed before: so whatever crashes
 * between two steps, there is one history.
 */
@Component
class Checkpoints {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final LogTree tree;
  private final LogKeys keys;
  private final String origin;

  Checkpoints(
      JdbcClient jdbc,
      TransactionOperations transactions,
      LogTree tree,
      LogKeys keys,
      LogProperties properties) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.tree = tree;
    this.keys = keys;
    this.origin = properties.origin();
  }

  /** A public key of the log, and the sizes of the first and the last checkpoint it signed. */
  record PublishedKey(String verifier, long firstSize, long lastSize) {}

  /** The newest checkpoint; none before the first. */
  Optional<SignedNote> newest() {
    return jdbc.sql("SELECT note FROM log_checkpoint ORDER BY size DESC LIMIT 1")
        .query(String.class)
        .optional()
        .map(SignedNote::parse);
  }

  /** A checkpoint that was signed, and when. */
  record Published(long size, SignedNote note, Instant signed) {}

  /** Those of smaller logs than this, the newest first. */
  List<Published> before(long size, int limit) {
    return jdbc.sql("SELECT * FROM log_checkpoint WHERE size < ? ORDER BY size DESC LIMIT ?")
        .params(size, limit)
        .query((row, _) ->
            new Published(
                row.getLong("size"),
                SignedNote.parse(row.getString("note")),
                row.getObject("signed", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** The checkpoint of a log of this size; none when none was signed at that size. */
  Optional<SignedNote> of(long size) {
    return jdbc.sql("SELECT note FROM log_checkpoint WHERE size = ?")
        .param(size)
        .query(String.class)
        .optional()
        .map(SignedNote::parse);
  }

  /** The keys that ever signed, the newest first. */
  List<PublishedKey> publishedKeys() {
    return jdbc.sql(
            "SELECT verifier, first_size, last_size FROM log_key"
                + " ORDER BY last_size DESC, first_size DESC")
        .query((row, _) ->
            new PublishedKey(
                row.getString("verifier"), row.getLong("first_size"), row.getLong("last_size")))
        .list();
  }

  /**
   * Signs the log as it is, unless that is signed.
   *
   * @throws IllegalStateException when the store does not go on from what was signed
   */
  void sign() {
    transactions.executeWithoutResult(_ -> {
      long size = tree.lockedSize();
      Optional<Checkpoint> newest = newest().map(note -> Checkpoint.parse(note.text()));
      Optional<Checkpoint> kept = keys.lastSigned().map(note -> Checkpoint.parse(note.text()));
      boolean signed = newest.filter(known -> known.size() == size).isPresent();
      if (signed && newest.equals(kept)) {
        return;
      }
      Stream.concat(newest.stream(), kept.stream())
          .distinct()
          .forEach(earlier -> requireGrownFrom(earlier, size));
      if (signed) {
        return;
      }
      Hash root = MerkleTree.root(tree, size);
      SignedNote note = new Checkpoint(origin, size, root).sign(keys.keys());
      // Before anybody can see it. A crash from here on leaves it unseen, or seen: the next
      // checkpoint has to go on from it in either case.
      keys.remember(note);
      publish(size, note);
    });
  }

  private void requireGrownFrom(Checkpoint earlier, long size) {
    if (!earlier.origin().equals(origin)) {
      throw new IllegalStateException(
          "the log was signed as '%s' before: set defter.log.origin to that again"
              .formatted(earlier.origin()));
    }
    if (earlier.size() > size) {
      throw new IllegalStateException(
          ("the store holds %d entries of the log, but %d were signed: it was set back to an earlier"
                  + " state. Restore the newest backup; nothing is signed until then")
              .formatted(size, earlier.size()));
    }
    if (!MerkleTree.root(tree, earlier.size()).equals(earlier.root())) {
      throw new IllegalStateException(
          ("the first %d entries of the log are not those that were signed: it was tampered with."
                  + " Nothing is signed until the store is restored")
              .formatted(earlier.size()));
    }
  }

  private void publish(long size, SignedNote note) {
    jdbc.sql("INSERT INTO log_checkpoint (size, note) VALUES (?, ?)")
        .params(size, note.toString())
        .update();
    for (VerifierKey key : keys.keys().stream().map(SignerKey::verifier).toList()) {
      jdbc.sql(
              """
              INSERT INTO log_key (verifier, first_size, last_size) VALUES (?, ?, ?)
              ON CONFLICT (verifier) DO UPDATE SET last_size = excluded.last_size
              """)
          .params(key.toString(), size, size)
          .update();
    }
  }
}
