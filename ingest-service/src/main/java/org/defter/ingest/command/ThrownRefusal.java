package org.defter.ingest.command;

import org.defter.core.decision.Refusal;

/**
 * A refusal that undoes what was begun: Axon forgets the aggregate that does not come to be, and of
 * commands that belong together none takes effect.
 */
public final class ThrownRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  ThrownRefusal(Refusal refusal) {
    super(refusal.detail().toString(), null, false, false);
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
