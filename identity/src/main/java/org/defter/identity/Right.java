package org.defter.identity;

/** What somebody may do beyond reading what is open, which everybody may. */
public enum Right {
  /** Read restricted sources, and what cites them. */
  READ_RESTRICTED,
  /** Record, correct, propose, import; and see the batches. */
  RECORD,
  /** Accept or decline what somebody else proposed. */
  REVIEW,
  /** Read the whole log, and who read what. */
  AUDIT,
  /** Say who may change what, rebuild indexes, and see how the services do. */
  ADMINISTER
}
