package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** How sure the archivist is that the source says this. */
public enum Certainty implements VocabularyTerm {
  @JsonProperty("certain")
  CERTAIN,
  @JsonProperty("probable")
  PROBABLE,
  @JsonProperty("low")
  LOW
}
