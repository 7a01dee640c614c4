package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a fact stands today. */
public enum Standing {
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

  /** The word for it, as in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is part of what the archive says today. */
  public boolean counts() {
    return this == ACCEPTED || this == DISPUTED;
  }
}
