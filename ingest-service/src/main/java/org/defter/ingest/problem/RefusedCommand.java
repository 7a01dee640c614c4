package org.defter.ingest.problem;

import org.defter.core.decision.Refusal;

/** A refusal on its way to the client. */
public final class RefusedCommand extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /**
   * @param refusal why
   */
  public RefusedCommand(Refusal refusal) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
