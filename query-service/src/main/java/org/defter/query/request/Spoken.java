package org.defter.query.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.defter.query.date.DateWords;

/** The language in which a reader is told things: the one in which dates are said to them. */
public final class Spoken {

  private Spoken() {}

  /** The first that they understand of those spoken here; else English. */
  public static Locale to(HttpServletRequest reader) {
    return Locale.forLanguageTag(DateWords.in(Collections.list(reader.getLocales())).language());
  }
}
