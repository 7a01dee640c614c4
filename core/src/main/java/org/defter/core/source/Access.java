package org.defter.core.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** Who may read a source (ISAD(G) 3.4.1). */
public enum Access implements VocabularyTerm {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("restricted")
  RESTRICTED
}
