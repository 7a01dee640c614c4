package org.defter.query.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.edtf.DayRange;
import org.defter.core.edtf.Edtf;
import org.defter.core.value.VocabularyTerm;
import org.jspecify.annotations.Nullable;

/** Whether a fact held at some time in the days that were asked about. */
public enum Held implements VocabularyTerm {
  /** Whatever its date means. */
  @JsonProperty("certainly")
  CERTAINLY,
  /** By one meaning of its date, and not by another. */
  @JsonProperty("possibly")
  POSSIBLY,
  /** By no meaning of its date. */
  @JsonProperty("no")
  NO,
  /** The source does not say when it held. */
  @JsonProperty("undated")
  UNDATED;

  /**
   * Compares a valid time with the days asked about.
   *
   * @param valid null where the source does not say
   */
  static Held in(DayRange days, @Nullable Edtf valid) {
    if (valid == null) {
      return UNDATED;
    }
    if (valid.certainlyOverlaps(days.earliest(), days.latest())) {
      return CERTAINLY;
    }
    return valid.possiblyOverlaps(days.earliest(), days.latest()) ? POSSIBLY : NO;
  }
}
