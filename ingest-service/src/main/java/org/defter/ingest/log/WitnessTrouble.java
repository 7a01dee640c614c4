package org.defter.ingest.log;

/** A witness did not cosign; says why, for the archive's people. */
final class WitnessTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WitnessTrouble(String words) {
    super(words);
  }
}
