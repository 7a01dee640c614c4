package org.defter.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a name sounds, roughly, whatever script it is written in: {@code Əliyev}, {@code Aliyev},
 * {@code Алиев} and {@code علييف} are all {@code alv}.
 *
 * <p>Arabic writes no short vowels, and romanisations disagree about vowels most of all. So vowels
 * are left out, but for the fact that the word begins with one; consonants that one script tells
 * apart and another does not ({@code г}, {@code h}, {@code x}, {@code ح}; {@code v}, {@code f};
 * {@code p}, {@code b}; {@code s}, {@code ş}) are one; a doubled consonant is single.
 *
 * <p>Where a letter stands for two sounds ({@code c}: {@code k} in English, {@code j} in
 * Azerbaijani; {@code و}: {@code v} or a vowel), the word has a sound for each.
 */
final class Sound {
  /** With fewer consonants, too many names sound the same. */
  static final int SHORTEST = 3;

  private static final char VOWEL = 'a';

  /** Several letters for one sound, before single letters are looked at. */
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("дж", "j"),
          Map.entry("sch", "s"),
          Map.entry("tch", "q"),
          Map.entry("sh", "s"),
          Map.entry("ch", "q"),
          Map.entry("zh", "j"),
          Map.entry("kh", "h"),
          Map.entry("gh", "h"),
          Map.entry("ph", "v"),
          Map.entry("th", "t"),
          Map.entry("dj", "j"),
          Map.entry("dz", "z"),
          Map.entry("ck", "k"),
          Map.entry("تش", "q"));

  private static final int LONGEST_GROUP = 3;
  private static final Pattern ARTICLE = Pattern.compile("^ال(?=...)");
  private static final Pattern SILENT_H = Pattern.compile("(?<=[aeiou])h$");

  private Sound() {}

  /** The sounds of a word in lower case; none when too little of it is heard. */
  static List<String> of(String lower) {
    List<String> sounds = new ArrayList<>();
    for (boolean other : new boolean[] {false, true}) {
      String sound = sound(written(lower), other);
      if (sound.length() >= SHORTEST && !sounds.contains(sound)) {
        sounds.add(sound);
      }
    }
    return sounds;
  }

  private static String written(String lower) {
    return switch (Script.of(lower)) {
      case LATIN -> SILENT_H.matcher(lower).replaceFirst("");
      // Before normalization: the alef of the article bears no hamza, that of a name may.
      case ARABIC -> ArabicReader.normalize(ARTICLE.matcher(lower).replaceFirst(""));
      case CYRILLIC, GREEK_OR_HEBREW, OTHER -> lower;
    };
  }

  private static String sound(String word, boolean other) {
    StringBuilder sound = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      int length = groupAt(word, at);
      String heard =
          length > 1
              ? String.valueOf(GROUPS.get(word.substring(at, at + length)))
              : letter(word.charAt(at), other);
      add(sound, heard, at == 0);
      at += length;
    }
    return sound.toString();
  }

  private static int groupAt(String word, int at) {
    for (int length = LONGEST_GROUP; length > 1; length--) {
      if (at + length <= word.length() && GROUPS.containsKey(word.substring(at, at + length))) {
        return length;
      }
    }
    return 1;
  }

  private static void add(StringBuilder sound, String heard, boolean first) {
    for (int at = 0; at < heard.length(); at++) {
      char c = heard.charAt(at);
      boolean kept = c == VOWEL ? first : sound.isEmpty() || sound.charAt(sound.length() - 1) != c;
      if (kept) {
        sound.append(c);
      }
    }
  }

  /** One letter; {@link #VOWEL} for any vowel, nothing for a sign. */
  private static String letter(char c, boolean other) {
    return switch (c) {
      case 'c', 'ج' -> c == 'c' && other ? "k" : "j";
      case 'و' -> other ? "v" : "a";
      case 'ç', 'ч', 'č' -> "q";
      case 'j', 'ж', 'ҹ' -> "j";
      case 'ş', 's', 'ß', 'š', 'с', 'ш', 'щ', 'س', 'ش', 'ص', 'ث' -> "s";
      case 'ц' -> "ts";
      case 'x', 'h', 'g', 'ğ', 'г', 'х', 'ғ', 'һ', 'ҝ', 'ح', 'ه', 'خ', 'غ', 'گ' -> "h";
      case 'q', 'k', 'к', 'ق', 'ك' -> "k";
      case 'z', 'ž', 'з', 'ز', 'ذ', 'ظ' -> "z";
      case 'b', 'p', 'б', 'п', 'ب', 'پ' -> "b";
      case 'v', 'f', 'в', 'ф', 'ف', 'ڤ', 'w' -> "v";
      case 'd', 'д', 'د', 'ض' -> "d";
      case 't', 'т', 'ت', 'ط' -> "t";
      case 'l', 'ł', 'л', 'ل' -> "l";
      case 'm', 'м', 'م' -> "m";
      case 'n', 'ñ', 'н', 'ن' -> "n";
      case 'r', 'р', 'ر' -> "r";
      case 'ъ', 'ь' -> "";
      case 'y' -> "a";
      default -> other(c);
    };
  }

  private static String other(char c) {
    if (!Character.isLetter(c)) {
      return Character.isDigit(c) ? String.valueOf(c) : "";
    }
    String folded = Folding.foldLower(String.valueOf(c));
    return !folded.isEmpty() && folded.charAt(0) != c && isConsonant(folded.charAt(0))
        ? letter(folded.charAt(0), false)
        : "a";
  }

  private static boolean isConsonant(char c) {
    return c >= 'b' && c <= 'z' && "aeiou".indexOf(c) < 0;
  }
}
