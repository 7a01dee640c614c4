package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** How a fact stands today. */
public enum Standing implements VocabularyTerm {
  /** It counts. */
  @JsonProperty("accepted")
  ACCEPTED,
  /** It counts, and somebody doubts it. */
  @JsonProperty("disputed")
  DISPUTED,
  /** Known to be wrong, and kept because a source says so. */
  @JsonProperty("deprecated")
  DEPRECATED,
  /** It should never have been recorded; kept, with why. */
  @JsonProperty("retracted")
  RETRACTED,
  /** Another fact says the same, and goes on in its place. */
  @JsonProperty("merged")
  MERGED;

  /** Whether it is part of what the archive says today. */
  public boolean counts() {
    return this == ACCEPTED || this == DISPUTED;
  }
}
