package org.defter.core.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How sure it is that two facts contradict, or repeat, each other. */
public enum Grade {
  /** In some reading of their dates and values they do. */
  @JsonProperty("possible")
  POSSIBLE,
  /** Whatever their dates and values mean, they do. */
  @JsonProperty("certain")
  CERTAIN;

  /** The word for it, as in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
