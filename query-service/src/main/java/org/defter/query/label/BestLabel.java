package org.defter.query.label;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.defter.core.value.LanguageTag;

/** Chooses among the names of one thing. */
public final class BestLabel {

  private static final String FALLBACK_LANGUAGE = "en";

  private BestLabel() {}

  /**
   * The first name in the first of the reader's languages that has one; then in English; then the
   * first of all.
   *
   * @param names at least one
   */
  public static <N> N among(
      List<N> names, Function<N, LanguageTag> language, List<Locale> readers) {
    for (Locale reader : readers) {
      for (N name : names) {
        if (language.apply(name).primary().equals(reader.getLanguage())) {
          return name;
        }
      }
    }
    for (N name : names) {
      if (language.apply(name).primary().equals(FALLBACK_LANGUAGE)) {
        return name;
      }
    }
    return names.getFirst();
  }
}
