package org.defter.ingest.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** What a batch is for. */
public enum BatchKind implements VocabularyTerm {
  /** A table of facts and the text they come from. */
  @JsonProperty("import")
  IMPORT,
  /** The same change to many facts. */
  @JsonProperty("correction")
  CORRECTION,
  /** Taking back what another batch did. */
  @JsonProperty("undo")
  UNDO;
}
