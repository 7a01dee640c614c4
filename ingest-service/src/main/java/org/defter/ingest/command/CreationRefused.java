package org.defter.ingest.command;

import org.defter.core.decision.Refusal;

/** A refusal on its way through Axon. */
public final class CreationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  CreationRefused(Refusal refusal) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
