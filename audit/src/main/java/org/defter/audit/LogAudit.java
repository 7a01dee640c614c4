package org.defter.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Frontier;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.Tile;
import org.defter.core.log.Tiles;

/**
 * Compares every event with its entry, and the entries with what was signed, in constant memory.
 * The entries are given in their order.
 */
final class LogAudit {

  /** More are counted, not listed. */
  private static final int LISTED = 1_000;

  private final Tiles tiles;
  private final Checkpoint signed;
  private final Frontier all = new Frontier();
  private Frontier ofTile = new Frontier();
  private byte[] row = {};
  private final List<String> findings = new ArrayList<>();
  private long found;

  /**
   * @param tiles of the archive's log
   * @param signed a checkpoint whose signature was checked
   */
  LogAudit(Tiles tiles, Checkpoint signed) {
    this.tiles = tiles;
    this.signed = signed;
  }

  void entry(Entered entry) {
    while (all.size() < Math.min(entry.index(), signed.size())) {
      find("entry %d: the archive no longer says which event it is".formatted(all.size()));
      take(entered());
    }
    if (entry.index() != all.size()) {
      find("entry %d is told twice, or does not belong to the log".formatted(entry.index()));
      return;
    }
    Hash entered = entered();
    if (entry.event() == null) {
      find("entry %d: %s is gone from the store".formatted(entry.index(), entry.name()));
    } else if (!MerkleTree.leaf(entry.event().getBytes(UTF_8)).equals(entered)) {
      find(
          "entry %d: %s was changed after it entered the log"
              .formatted(entry.index(), entry.name()));
    }
    take(entered);
  }

  /** What entered at the next place, by the archive's own tiles. */
  private Hash entered() {
    int inTile = Math.toIntExact(all.size() % Tile.FULL);
    if (inTile == 0) {
      long left = signed.size() - all.size();
      row = tiles.read(new Tile(0, all.size() / Tile.FULL, (int) Math.min(Tile.FULL, left)));
    }
    return Hash.at(row, inTile * Hash.LENGTH);
  }

  private void take(Hash entered) {
    all.add(entered);
    ofTile.add(entered);
    if (ofTile.size() == Tile.FULL) {
      compareWithTheLevelAbove();
      ofTile = new Frontier();
    }
  }

  /** Tells where the tree was changed, should somebody have changed events and hashes alike. */
  private void compareWithTheLevelAbove() {
    long tile = all.size() / Tile.FULL - 1;
    int inTile = Math.toIntExact(tile % Tile.FULL);
    byte[] above = tiles.read(new Tile(1, tile / Tile.FULL, inTile + 1));
    if (!Hash.at(above, inTile * Hash.LENGTH).equals(ofTile.root())) {
      find(
          "entries %d to %d: their hashes were changed after they entered the log"
              .formatted(tile * Tile.FULL, all.size() - 1));
    }
  }

  /** An event that the store holds and the log does not. */
  void stranger(String name) {
    find(name + " is in the store and not in the log: it was not written by the archive");
  }

  /** Something that does not hold. */
  void find(String finding) {
    found++;
    if (findings.size() < LISTED) {
      findings.add(finding);
    }
  }

  /** To be called after the last entry. */
  void finish() {
    while (all.size() < signed.size()) {
      find("entry %d: the archive no longer says which event it is".formatted(all.size()));
      take(entered());
    }
    if (!all.root().equals(signed.root())) {
      find("the hashes of the %,d entries are not those that were signed".formatted(signed.size()));
    }
  }

  /** Everything that does not hold, up to a thousand. */
  List<String> findings() {
    return findings;
  }

  /** How much does not hold. */
  long found() {
    return found;
  }
}
