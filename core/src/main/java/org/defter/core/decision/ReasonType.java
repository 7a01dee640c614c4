package org.defter.core.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** The vocabulary of reasons for a change. */
public enum ReasonType implements VocabularyTerm {
  @JsonProperty("transcription-error")
  TRANSCRIPTION_ERROR,
  @JsonProperty("wrong-date")
  WRONG_DATE,
  @JsonProperty("wrong-attribution")
  WRONG_ATTRIBUTION,
  @JsonProperty("better-source")
  BETTER_SOURCE,
  @JsonProperty("duplicate")
  DUPLICATE,
  @JsonProperty("policy")
  POLICY,
  @JsonProperty("other")
  OTHER;
}
