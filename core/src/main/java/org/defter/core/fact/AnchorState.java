package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** Why a citation does not follow a revised transcription by itself. */
public enum AnchorState implements VocabularyTerm {
  /** Several paragraphs may be the one its words stood in. */
  @JsonProperty("ambiguous")
  AMBIGUOUS,
  /** The paragraph, or the words in it, have gone or say something else. */
  @JsonProperty("lost")
  LOST
}
