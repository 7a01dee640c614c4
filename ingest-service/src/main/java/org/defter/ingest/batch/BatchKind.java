package org.defter.ingest.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a batch is for. */
public enum BatchKind {
  /** A table of facts and the text they come from. */
  @JsonProperty("import")
  IMPORT,
  /** The same change to many facts. */
  @JsonProperty("correction")
  CORRECTION,
  /** Taking back what another batch did. */
  @JsonProperty("undo")
  UNDO;

  /** The word for it, as in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
