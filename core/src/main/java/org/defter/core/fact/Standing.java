package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a fact stands today. */
public enum Standing {
  /** It counts. */
  @JsonProperty("accepted")
  ACCEPTED,
  /** It should never have been recorded; kept, with why. */
  @JsonProperty("retracted")
  RETRACTED
}
