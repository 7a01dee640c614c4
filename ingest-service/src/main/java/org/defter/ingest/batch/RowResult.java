package org.defter.ingest.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** What became of a row. */
public enum RowResult implements VocabularyTerm {
  /** A fact was recorded. */
  @JsonProperty("recorded")
  RECORDED,
  /** A fact gained a citation. */
  @JsonProperty("cited")
  CITED,
  /** A fact was corrected. */
  @JsonProperty("corrected")
  CORRECTED,
  /** The archive says so already. */
  @JsonProperty("unchanged")
  UNCHANGED,
  /** It cannot be done; the row says why. */
  @JsonProperty("refused")
  REFUSED,
  /** Somebody changed the fact meanwhile, so it was left as it is. */
  @JsonProperty("conflict")
  CONFLICT,
  /** A fact says and counts again what it did before the batch that is undone. */
  @JsonProperty("undone")
  UNDONE,
  /** Somebody changed the fact after the batch that is undone, so it was left as it is. */
  @JsonProperty("touched-since")
  TOUCHED_SINCE,
  /** A subject, property or source stays though the batch that made it is undone. */
  @JsonProperty("kept")
  KEPT,
  /** A row needed a subject, and it was registered. */
  @JsonProperty("registered")
  REGISTERED,
  /** A row needed a property, and it was defined. */
  @JsonProperty("defined")
  DEFINED,
  /** The source was taken in. */
  @JsonProperty("deposited")
  DEPOSITED;

  /** Whether it is the end of a row, and not of something the row needed first. */
  boolean endsARow() {
    return switch (this) {
      case REGISTERED, DEFINED, DEPOSITED -> false;
      case RECORDED, CITED, CORRECTED, UNCHANGED, REFUSED, CONFLICT, UNDONE, TOUCHED_SINCE, KEPT ->
          true;
    };
  }

  /** Whether somebody should look at the row, because it was not carried out. */
  boolean isAProblem() {
    return this == REFUSED || this == CONFLICT || this == TOUCHED_SINCE;
  }
}
