package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure the archivist is that the source says this. */
public enum Certainty {
  @JsonProperty("certain")
  CERTAIN,
  @JsonProperty("probable")
  PROBABLE,
  @JsonProperty("low")
  LOW
}
