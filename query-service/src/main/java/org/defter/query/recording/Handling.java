package org.defter.query.recording;

import org.defter.core.value.VocabularyTerm;
import org.defter.query.decision.Form;

/** What is to become of a part of many facts. */
public enum Handling implements VocabularyTerm {
  /** It stays as it is in each. */
  LEAVE,
  /** It becomes what was typed. */
  REPLACE,
  /** No fact has it any more. */
  TAKE_AWAY;

  /** What a form says; to leave it where nothing was chosen. */
  static Handling of(Form form, String field) {
    for (Handling handling : values()) {
      if (handling.word().equals(form.text(field))) {
        return handling;
      }
    }
    return LEAVE;
  }
}
