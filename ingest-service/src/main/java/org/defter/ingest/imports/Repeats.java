package org.defter.ingest.imports;

import java.util.BitSet;

/**
 * Tells which things come up more than once in a table, in constant memory: 16 MB however many
 * there are. It may take something for repeated that is not, never the other way round.
 */
final class Repeats {

  private static final int BITS = 1 << 26;

  private final BitSet once = new BitSet(BITS);
  private final BitSet again = new BitSet(BITS);

  /** Counts one occurrence. */
  void count(Object thing) {
    int place = place(thing);
    if (once.get(place)) {
      again.set(place);
    }
    once.set(place);
  }

  /** Whether it may have been counted more than once. */
  boolean contains(Object thing) {
    return again.get(place(thing));
  }

  private static int place(Object thing) {
    int mixed = thing.hashCode() * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (BITS - 1);
  }
}
