package org.defter.core.detail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The texts of all modules that are there, by language. */
final class DetailTexts {

  private static final Map<String, String> ENGLISH = read("details.properties");
  private static final Map<String, Map<String, String>> TRANSLATED =
      Map.of("ru", read("details_ru.properties"), "az", read("details_az.properties"));

  private DetailTexts() {}

  static void require(String key) {
    if (!ENGLISH.containsKey(key)) {
      throw new IllegalArgumentException("there is no text '" + key + "'");
    }
  }

  static String of(String key, Locale reader) {
    @Nullable String translated = TRANSLATED.getOrDefault(reader.getLanguage(), ENGLISH).get(key);
    return translated == null ? ENGLISH.getOrDefault(key, key) : translated;
  }

  private static Map<String, String> read(String name) {
    Map<String, String> texts = new HashMap<>();
    try {
      for (URL module : Collections.list(DetailTexts.class.getClassLoader().getResources(name))) {
        Properties one = new Properties();
        try (Reader reader = new InputStreamReader(module.openStream(), StandardCharsets.UTF_8)) {
          one.load(reader);
        }
        one.stringPropertyNames().forEach(key -> add(texts, key, one.getProperty(key)));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return Map.copyOf(texts);
  }

  private static void add(Map<String, String> texts, String key, String text) {
    // A jar may be on the class path twice.
    String before = texts.putIfAbsent(key, text);
    if (before != null && !before.equals(text)) {
      throw new IllegalStateException("two modules have a text '" + key + "'");
    }
  }
}
