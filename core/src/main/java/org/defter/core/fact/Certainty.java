package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.VocabularyTerm;

/** How sure the archivist is that the source says this. */
public enum Certainty implements VocabularyTerm {
  @JsonProperty("certain")
  CERTAIN,
  @JsonProperty("probable")
  PROBABLE,
  @JsonProperty("low")
  LOW
}
