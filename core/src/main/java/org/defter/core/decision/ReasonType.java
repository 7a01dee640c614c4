package org.defter.core.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The vocabulary of reasons for a change. */
public enum ReasonType {
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

  /** The word for it, as in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
