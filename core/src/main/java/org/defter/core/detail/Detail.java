package org.defter.core.detail;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong in this case and what to do about it, for people: the {@code detail} of RFC 9457,
 * kept as a key and what the text speaks of, so that everybody reads it in their own language.
 *
 * <p>The texts of a module are its {@code details.properties} in English, {@code
 * details_ru.properties} and {@code details_az.properties}, as messages of ICU.
 *
 * @param key of the text
 * @param arguments in the order of the text's places: text, whole numbers, or other details
 */
public record Detail(String key, List<Object> arguments) {

  private static final String UNTRANSLATED = "untranslated";

  public Detail {
    arguments = List.copyOf(arguments);
    for (Object argument : arguments) {
      if (!(argument instanceof String
          || argument instanceof Integer
          || argument instanceof Long
          || argument instanceof Detail)) {
        throw new IllegalArgumentException(key + " cannot speak of a " + argument.getClass());
      }
    }
    DetailTexts.require(key);
  }

  /**
   * A text with something in its places.
   *
   * @throws IllegalArgumentException when no module has such a text
   */
  public static Detail of(String key, Object... arguments) {
    return new Detail(key, List.of(arguments));
  }

  /** The words of a specification or of another program, which are the same in every language. */
  public static Detail untranslated(String text) {
    return of(UNTRANSLATED, text);
  }

  /** The same, with no text in its places longer than so many characters. */
  public Detail clipped(int longest) {
    return new Detail(key, arguments.stream().map(argument -> clipped(argument, longest)).toList());
  }

  private static Object clipped(Object argument, int longest) {
    return switch (argument) {
      case Detail inner -> inner.clipped(longest);
      case String text when text.length() > longest -> text.substring(0, longest) + "...";
      default -> argument;
    };
  }

  /** In a language; in English where there is no such text in it. */
  public String in(Locale reader) {
    Object[] said =
        arguments.stream()
            .map(argument -> argument instanceof Detail inner ? inner.in(reader) : argument)
            .toArray();
    return new MessageFormat(DetailTexts.of(key, reader), reader).format(said);
  }

  /** In English. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
