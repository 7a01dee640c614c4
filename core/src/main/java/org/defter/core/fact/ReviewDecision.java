package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a correction is accepted when its fact has moved on since it was proposed. */
public enum ReviewDecision {
  /** What the proposal changes is changed; what was changed otherwise since then stays. */
  @JsonProperty("apply-changes")
  APPLY_CHANGES,
  /**
   * The fact says again all that it would have said then. Citations alone stay as they are now, and
   * those of the proposal are added: evidence is never dropped by the way.
   */
  @JsonProperty("as-proposed")
  AS_PROPOSED
}
