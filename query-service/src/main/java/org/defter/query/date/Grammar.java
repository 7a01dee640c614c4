package org.defter.query.date;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The words of one language, from {@code dates/words_<language>.properties}. An entry has the name
 * of what it says, and further ones the name with a grammatical case: {@code month.12=декабрь},
 * {@code month.12.gen=декабря}; where there is none of the case, the one without holds for it.
 */
final class Grammar {
  private final Locale locale;
  private final ResourceBundle words;

  Grammar(Locale locale) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "dates.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  boolean has(String name) {
    return words.containsKey(name);
  }

  /**
   * A name of something that has a number, in one of its cases.
   *
   * @param key of the entry
   * @param grammaticalCase empty for the first one
   */
  record Named(String key, String grammaticalCase) {}

  /** The names of all things that have numbers, such as months, with these. */
  Map<Named, Integer> names(String what) {
    Map<Named, Integer> names = new HashMap<>();
    for (String key : words.keySet()) {
      String[] parts = key.split("\\.", -1);
      if (parts[0].equals(what) && parts.length > 1 && parts[1].matches("\\d+")) {
        names.put(new Named(key, parts.length > 2 ? parts[2] : ""), Integer.valueOf(parts[1]));
      }
    }
    return names;
  }

  String say(String name, Object... parts) {
    return sayIn("", name, parts);
  }

  /** Says it in a grammatical case; in the first one when that is empty. */
  String sayIn(String grammaticalCase, String name, Object... parts) {
    String inCase = name + "." + grammaticalCase;
    return new MessageFormat(words.getString(has(inCase) ? inCase : name), locale).format(parts);
  }

  /** The case that a phrase wants of the part with this number. */
  String caseIn(String phrase, int part) {
    String name = phrase + ".case" + part;
    return has(name) ? words.getString(name) : "";
  }

  /** From five digits on in groups. */
  String number(long number) {
    return number < 10_000
        ? Long.toString(number)
        : NumberFormat.getInstance(locale).format(number);
  }

  /**
   * What an ordinal number ends in, by the last word of it that is spoken: of 1991 it is one, of
   * 1990 ninety, of 1900 hundred. Empty where the language has no such endings.
   */
  String ending(long number) {
    return Stream.of("ending." + lastTwoDigits(number), "ending." + lastWord(number), "ending")
        .filter(this::has)
        .findFirst()
        .map(words::getString)
        .orElse("");
  }

  /** What is said in one word with a life of its own, such as eleven; 0 when they are zeros. */
  private static long lastTwoDigits(long number) {
    return number % 100 == 0 ? lastWord(number) : number % 100;
  }

  private static long lastWord(long number) {
    if (number % 10 > 0 || number == 0) {
      return number % 10;
    }
    if (number % 100 > 0) {
      return number % 100;
    }
    if (number % 1000 > 0) {
      return 100;
    }
    long unit = 1000;
    while (number / unit % 1000 == 0) {
      unit *= 1000;
    }
    return unit;
  }
}
