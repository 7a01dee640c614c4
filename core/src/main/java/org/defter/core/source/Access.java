package org.defter.core.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read a source (ISAD(G) 3.4.1). */
public enum Access {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("restricted")
  RESTRICTED
}
