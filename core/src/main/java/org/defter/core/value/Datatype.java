package org.defter.core.value;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of value a property takes. */
public enum Datatype implements VocabularyTerm {
  @JsonProperty("text")
  TEXT,
  @JsonProperty("subject")
  SUBJECT,
  @JsonProperty("date")
  DATE,
  @JsonProperty("quantity")
  QUANTITY,
  @JsonProperty("boolean")
  BOOLEAN,
  @JsonProperty("duration")
  DURATION,
  @JsonProperty("uri")
  URI,
  @JsonProperty("point")
  POINT
}
