package org.defter.core.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The level of description of a source (ISAD(G) 3.1.4). */
public enum Level {
  @JsonProperty("fonds")
  FONDS,
  @JsonProperty("series")
  SERIES,
  @JsonProperty("file")
  FILE,
  @JsonProperty("item")
  ITEM
}
