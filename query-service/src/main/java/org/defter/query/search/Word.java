package org.defter.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.query.problem.ProblemException;

/**
 * A part of a full-text query, which must be found somewhere in a fact.
 *
 * @param text one word, or several that must stand together
 * @param phrase whether it was written in double quotes
 */
public record Word(String text, boolean phrase) {

  /** The most words a query has. Each is looked up among names before the search. */
  static final int LIMIT = 12;

  private static final Pattern PART =
      Pattern.compile("[\"“”«»]([^\"“”«»]+)[\"“”«»]|([^\\s\"“”«»]+)");

  /**
   * Splits a query at its spaces; what stands in double quotes stays together.
   *
   * @return without the parts that hold no letter and no digit
   * @throws ProblemException when there are more than {@link #LIMIT}
   */
  public static List<Word> of(String query) {
    List<Word> words = new ArrayList<>();
    Matcher parts = PART.matcher(query);
    while (parts.find()) {
      boolean phrase = parts.group(1) != null;
      String text = phrase ? parts.group(1).strip() : parts.group(2);
      if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words.add(new Word(text, phrase));
      }
    }
    if (words.size() > LIMIT) {
      throw ProblemException.invalid(
          "q", "has %d words; at most %d".formatted(words.size(), LIMIT));
    }
    return List.copyOf(words);
  }
}
