package org.defter.query.date;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word of a date as it was typed.
 *
 * @param number a number; of a month or season, its code in EDTF
 * @param begins whether the word itself says that this is a beginning, as a case of Azerbaijani
 */
record TypedWord(Kind kind, int number, boolean begins) {

  enum Kind {
    NUMBER,
    MONTH,
    DECADE,
    ABOUT,
    POSSIBLY,
    FROM,
    TO,
    DASH
  }

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle(
          "dates.reading",
          Locale.ROOT,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  private static final Map<String, Kind> KINDS = kinds();
  private static final Set<String> NOTHING = words("nothing");
  private static final Set<String> ORDINAL = words("ordinal");
  private static final Set<String> DECADE = words("decade");
  private static final Set<String> DECADE_BEGINS = words("decade.begins");
  private static final Map<String, TypedWord> NAMES = names();

  /** Shorter beginnings of the names of months are no abbreviations. */
  private static final int SHORTEST = 3;

  private static final Pattern DIGITS_ALONE =
      Pattern.compile("(?:(\\d{1,2})[./])?(\\d{1,2})[./](\\d{4})");
  private static final Pattern PART =
      Pattern.compile(
          "(\\d{1,4})(?:[-‑'’]?(\\p{L}{1,2})(?!\\p{L}))?|(\\p{L}+)|([-–—/])|[\\s.,()]+");

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>();
    for (Kind kind : List.of(Kind.ABOUT, Kind.POSSIBLY, Kind.FROM, Kind.TO)) {
      words(kind.name().toLowerCase(Locale.ROOT)).forEach(word -> kinds.put(word, kind));
    }
    return kinds;
  }

  private static Set<String> words(String name) {
    return new HashSet<>(List.of(WORDS.getString(name).split(" ")));
  }

  /** Months and seasons in every language and case that dates are said in. */
  private static Map<String, TypedWord> names() {
    Map<String, TypedWord> names = new HashMap<>();
    for (String language : List.of("en", "ru", "az")) {
      Grammar grammar = new Grammar(Locale.of(language));
      grammar.names("month").forEach((name, code) -> add(names, grammar, name, code));
      grammar.names("part").forEach((name, code) -> add(names, grammar, name, code));
    }
    return names;
  }

  private static void add(
      Map<String, TypedWord> names, Grammar grammar, Grammar.Named name, int code) {
    String word = folded(grammar.say(name.key()));
    if (word.indexOf(' ') < 0) {
      // The one case of Azerbaijani in which a name says "from"; of Russian there is none.
      names.put(word, new TypedWord(Kind.MONTH, code, name.grammaticalCase().equals("abl")));
    }
  }

  /** The words of a date; null when one of them is not known. */
  static @Nullable List<TypedWord> of(String text) {
    String folded = folded(text);
    Matcher alone = DIGITS_ALONE.matcher(folded);
    if (alone.matches()) {
      return ofDigits(alone);
    }
    List<TypedWord> found = new ArrayList<>();
    Matcher part = PART.matcher(folded);
    int end = 0;
    while (part.find() && part.start() == end) {
      end = part.end();
      if (!(part.group(1) != null
          ? addNumber(found, part.group(1), part.group(2))
          : part.group(3) == null || addWord(found, part.group(3)))) {
        return null;
      }
      if (part.group(4) != null) {
        found.add(plain(Kind.DASH, 0));
      }
    }
    return end == folded.length() ? found : null;
  }

  private static List<TypedWord> ofDigits(Matcher digits) {
    List<TypedWord> found = new ArrayList<>();
    if (digits.group(1) != null) {
      found.add(plain(Kind.NUMBER, Integer.parseInt(digits.group(1))));
    }
    found.add(plain(Kind.MONTH, Integer.parseInt(digits.group(2))));
    found.add(plain(Kind.NUMBER, Integer.parseInt(digits.group(3))));
    return found;
  }

  private static boolean addNumber(List<TypedWord> found, String digits, @Nullable String suffix) {
    int number = Integer.parseInt(digits);
    found.add(plain(Kind.NUMBER, number));
    if (suffix == null) {
      return true;
    }
    boolean decade = DECADE.contains(suffix) && digits.length() == 4 && number % 10 == 0;
    if (decade) {
      found.add(plain(Kind.DECADE, 0));
    }
    return decade || ORDINAL.contains(suffix);
  }

  private static boolean addWord(List<TypedWord> found, String word) {
    Kind kind = KINDS.get(word);
    TypedWord name = kind == null ? name(word) : plain(kind, 0);
    if (name != null) {
      found.add(name);
    } else if (DECADE.contains(word) && found.stream().noneMatch(w -> w.kind() == Kind.DASH)) {
      found.add(new TypedWord(Kind.DECADE, 0, DECADE_BEGINS.contains(word)));
    }
    return name != null || DECADE.contains(word) || NOTHING.contains(word);
  }

  /** A name, or the beginning of the names of one month. */
  private static @Nullable TypedWord name(String word) {
    TypedWord whole = NAMES.get(word);
    if (whole != null || word.length() < SHORTEST || NOTHING.contains(word)) {
      return whole;
    }
    List<Integer> months =
        NAMES.entrySet().stream()
            .filter(name -> name.getKey().startsWith(word) && name.getValue().number() <= 12)
            .map(name -> name.getValue().number())
            .distinct()
            .toList();
    return months.size() == 1 ? plain(Kind.MONTH, months.getFirst()) : null;
  }

  private static TypedWord plain(Kind kind, int number) {
    return new TypedWord(kind, number, false);
  }

  /** Small letters; that of İ is an i with a dot more, which goes. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace("\u0307", "")
        .replace('\u00a0', ' ')
        .strip();
  }
}
