package org.defter.ingest.problem;

import java.util.List;
import org.defter.core.decision.Refusal;
import org.defter.core.event.FieldChange;

/** A refusal on its way to the client. */
public final class RefusedCommand extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final transient List<FieldChange> changes;

  /**
   * @param refusal why
   * @param changes what others changed since the version the command was made for
   */
  public RefusedCommand(Refusal refusal, List<FieldChange> changes) {
    super(refusal.detail().toString(), null, false, false);
    this.refusal = refusal;
    this.changes = changes;
  }

  /** What others changed since the version the command was made for; empty when none did. */
  List<FieldChange> changes() {
    return changes;
  }

  Refusal refusal() {
    return refusal;
  }
}
