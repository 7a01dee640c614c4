package org.defter.ingest.batch;

/** Does what one kind of batch is for. */
public interface BatchWork {

  /** Which kind. */
  BatchKind kind();

  /**
   * Carries a batch out, from its beginning or from the last row that is done.
   *
   * @throws BatchRefused when it cannot be done as it was sent
   */
  void carryOut(BatchRun run);
}
