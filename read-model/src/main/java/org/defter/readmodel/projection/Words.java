package org.defter.readmodel.projection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.defter.core.value.LanguageTag;
import org.defter.readmodel.document.WordsByLanguage;

/** Collects texts by the analyzer that reads them; the same text once. */
final class Words {

  private final Set<String> ru = new LinkedHashSet<>();
  private final Set<String> en = new LinkedHashSet<>();
  private final Set<String> az = new LinkedHashSet<>();
  private final Set<String> ar = new LinkedHashSet<>();
  private final Set<String> any = new LinkedHashSet<>();

  void add(LanguageTag language, String text) {
    any.add(text);
    switch (language.primary()) {
      case "ru" -> ru.add(text);
      case "en" -> en.add(text);
      case "az" -> az.add(text);
      case "ar" -> ar.add(text);
      default -> {}
    }
  }

  WordsByLanguage build() {
    return new WordsByLanguage(
        List.copyOf(ru), List.copyOf(en), List.copyOf(az), List.copyOf(ar), List.copyOf(any));
  }
}
