package org.defter.query.recording;

import java.util.Locale;
import org.defter.query.decision.Form;

/** What is to become of a part of many facts. */
public enum Handling {
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

  /** How forms and messages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
