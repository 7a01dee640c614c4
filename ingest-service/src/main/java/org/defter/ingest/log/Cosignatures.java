package org.defter.ingest.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Which witnesses saw which checkpoint. */
@Component
class Cosignatures {

  /** Of the newest that were cosigned: enough for every witness to have seen one of them. */
  private static final int LOOKED_AT = 100;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  Cosignatures(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * A witness's word that it saw a checkpoint.
   *
   * @param size of the log
   * @param seen when, as the witness says
   */
  record Cosignature(long size, VerifierKey witness, NoteSignature signature, Instant seen) {}

  /** Keeps it; the first one by a witness of a checkpoint stays. */
  void keep(Cosignature cosignature) {
    transactions.executeWithoutResult(_ ->
        jdbc.sql(
                "INSERT INTO log_cosignature (size, witness, signature, seen) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING")
            .params(
                cosignature.size(),
                cosignature.witness().toString(),
                cosignature.signature().base64(),
                cosignature.seen().atOffset(ZoneOffset.UTC))
            .update());
  }

  /** What the witness saw last. */
  Optional<Cosignature> newest(VerifierKey witness) {
    return jdbc.sql("SELECT * FROM log_cosignature WHERE witness = ? ORDER BY size DESC LIMIT 1")
        .param(witness.toString())
        .query((row, _) -> cosignature(row))
        .optional();
  }

  /** Who saw the checkpoint of this size, the first to do so first. */
  List<Cosignature> of(long size) {
    return between(size, size);
  }

  /** The same of all checkpoints from one size to another. */
  List<Cosignature> between(long smallest, long largest) {
    return jdbc.sql(
            "SELECT * FROM log_cosignature WHERE size BETWEEN ? AND ? ORDER BY size, seen, witness")
        .params(smallest, largest)
        .query((row, _) -> cosignature(row))
        .list();
  }

  /** The note with all cosignatures there are. */
  SignedNote on(SignedNote note) {
    return note.with(
        of(Checkpoint.parse(note.text()).size()).stream().map(Cosignature::signature).toList());
  }

  /**
   * The size of the checkpoint that most witnesses saw, the newest of these.
   *
   * @param size which it has at least
   */
  Optional<Long> mostSeenSince(long size) {
    return jdbc.sql(
            """
            SELECT size FROM (
                SELECT size, count(*) AS witnesses FROM log_cosignature WHERE size >= ?
                GROUP BY size ORDER BY size DESC LIMIT ?)
            ORDER BY witnesses DESC, size DESC LIMIT 1
            """)
        .params(size, LOOKED_AT)
        .query(Long.class)
        .optional();
  }

  private static Cosignature cosignature(ResultSet row) throws SQLException {
    VerifierKey witness = VerifierKey.parse(row.getString("witness"));
    return new Cosignature(
        row.getLong("size"),
        witness,
        new NoteSignature(witness.name(), row.getString("signature")),
        row.getObject("seen", OffsetDateTime.class).toInstant());
  }
}
