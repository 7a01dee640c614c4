package org.defter.core.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** How sure it is that two facts contradict, or repeat, each other. */
public enum Grade implements VocabularyTerm {
  /** In some reading of their dates and values they do. */
  @JsonProperty("possible")
  POSSIBLE,
  /** Whatever their dates and values mean, they do. */
  @JsonProperty("certain")
  CERTAIN;
}
