package org.defter.core.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.defter.core.detail.Detail;

/**
 * The language of a text, as a BCP 47 (RFC 5646) tag in its canonical letter case: {@code ru},
 * {@code az-Cyrl}, {@code und} where it is not known.
 *
 * @param value the tag
 */
public record LanguageTag(@JsonValue String value) {

  /** The language is not known ("undetermined", ISO 639-2). */
  public static final LanguageTag UNDETERMINED = new LanguageTag("und");

  /**
   * More than any registered combination of subtags needs (RFC 5646, section 4.4.1, asks for 35).
   */
  private static final int LIMIT = 100;

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /**
   * @throws InvalidValue when the tag is not well formed, or its two-letter language is not in ISO
   *     639
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LanguageTag {
    if (value.length() > LIMIT) {
      throw refused(value.substring(0, LIMIT) + "…");
    }
    Locale locale;
    try {
      locale = new Locale.Builder().setLanguageTag(value).build();
    } catch (IllformedLocaleException malformed) {
      throw refused(value);
    }
    String language = locale.getLanguage();
    boolean known =
        switch (language.length()) {
          case 2 -> LANGUAGES.contains(language);
          case 3 -> true;
          default -> value.equalsIgnoreCase("und");
        };
    if (!known) {
      throw refused(value);
    }
    value = locale.toLanguageTag();
  }

  /** The primary language alone: {@code az} of {@code az-Cyrl}. */
  public String primary() {
    int end = value.indexOf('-');
    return end < 0 ? value : value.substring(0, end);
  }

  private static InvalidValue refused(String tag) {
    return new InvalidValue("language", Detail.of("value.not-a-language", tag));
  }
}
