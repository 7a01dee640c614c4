package org.defter.core.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.defter.core.value.VocabularyTerm;

/** What sort of thing a subject is (EAC-CPF entityType, widened by RiC-O's places and events). */
public enum SubjectKind implements VocabularyTerm {
  @JsonProperty("person")
  PERSON,
  @JsonProperty("corporate-body")
  CORPORATE_BODY,
  @JsonProperty("place")
  PLACE,
  @JsonProperty("event")
  EVENT,
  @JsonProperty("document")
  DOCUMENT,
  @JsonProperty("concept")
  CONCEPT,
  /** Nobody has said yet. */
  @JsonProperty("undetermined")
  UNDETERMINED
}
