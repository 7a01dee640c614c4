package org.defter.ingest.log;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.log.Growth;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.Tile;
import org.defter.core.log.Tiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The tree in the store. It grows in whole transactions, by one node at a time: events, entries,
 * tiles and size are all written or none is, and what a crash leaves is the tree as it was, with
 * the same events still to enter.
 */
@Component
class LogTree implements Tiles {

  /** How many events enter in one transaction. */
  static final int STEP = 250;

  /** Of rows at a time, since an event may hold a whole transcription. */
  private static final int FETCH = 50;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  LogTree(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Lets the next events enter, in the order of their positions.
   *
   * @return how many did; fewer than {@link #STEP} when none are left
   */
  int grow() {
    return transactions.execute(_ -> {
      long size = lockedSize();
      List<Hash> leaves = enter(size);
      if (leaves.isEmpty()) {
        return 0;
      }
      Growth growth = Growth.of(this, size, leaves);
      growth.tiles().forEach(this::write);
      jdbc.sql("UPDATE log_head SET size = ?").param(growth.size()).update();
      return leaves.size();
    });
  }

  /** How many entries there are. Until the transaction ends, nobody lets it grow. */
  long lockedSize() {
    return jdbc.sql("SELECT size FROM log_head FOR UPDATE").query(Long.class).single();
  }

  /** How many entries there are. */
  long size() {
    return jdbc.sql("SELECT size FROM log_head").query(Long.class).single();
  }

  /** Writes the next entries, from this index on, and answers their leaves. */
  private List<Hash> enter(long size) {
    return new ArrayList<>(
        jdbc.sql(
                """
                WITH taken AS (
                    DELETE FROM event_to_log WHERE position IN (
                        SELECT position FROM event_to_log ORDER BY position LIMIT %d)
                    RETURNING position),
                next AS (
                    SELECT ? - 1 + row_number() OVER (ORDER BY position) AS index, e.*
                    FROM taken JOIN domain_event_entry e ON global_index = position),
                entered AS (
                    INSERT INTO log_entry
                        (index, position, event_identifier, aggregate_identifier, sequence_number)
                    SELECT index, global_index, event_identifier, aggregate_identifier,
                        sequence_number
                    FROM next)
                SELECT * FROM next ORDER BY index
                """
                    .formatted(STEP))
            .withFetchSize(FETCH)
            .param(size)
            .query((row, _) -> MerkleTree.leaf(StoredRow.logged(row).canonical()))
            .list());
  }

  private void write(Tile tile, byte[] hashes) {
    jdbc.sql(
            """
            INSERT INTO log_tile (level, number, hashes) VALUES (?, ?, ?)
            ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
            """)
        .params(tile.level(), tile.index(), hashes)
        .update();
  }

  /**
   * @throws MissingTile when the store has no such tile, or less of it
   */
  @Override
  public byte[] read(Tile tile) {
    return jdbc.sql("SELECT hashes FROM log_tile WHERE level = ? AND number = ?")
        .params(tile.level(), tile.index())
        .query((row, _) -> row.getBytes("hashes"))
        .optional()
        .filter(hashes -> hashes.length >= tile.width() * Hash.LENGTH)
        .orElseThrow(() -> new MissingTile(tile));
  }
}
