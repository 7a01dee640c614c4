package org.defter.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Facts and the text they are cited from, the same for the same name. Words are drawn as they are
 * in a language: a few often, most seldom.
 */
final class GeneratedFacts {

  private static final int WORDS = 4_000;
  private static final int ROWS_OF_A_PARAGRAPH = 10;
  private static final String SYLLABLES = "ba de fi go lu ma ne po ri su ta ve ki no ra shi";

  private final String name;
  private final Random random;
  private final List<String> words = new ArrayList<>();

  GeneratedFacts(String name) {
    this.name = name;
    this.random = new Random(name.hashCode());
    Random spelling = new Random(7);
    String[] syllables = SYLLABLES.split(" ", -1);
    for (int at = 0; at < WORDS; at++) {
      StringBuilder word = new StringBuilder();
      for (int left = 2 + at % 3; left > 0; left--) {
        word.append(syllables[spelling.nextInt(syllables.length)]);
      }
      words.add(word.toString());
    }
  }

  /** Files for an import. */
  record Import(String facts, String source) {}

  /** A table of that many facts, each with its own value, ten from each paragraph. */
  Import table(int rows) {
    StringBuilder facts =
        new StringBuilder("id,paragraph,quote,subject,property,value,datatype,valid\n");
    StringBuilder source = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      if (row % ROWS_OF_A_PARAGRAPH == 0 && row > 0) {
        source.append("\n\n");
      }
      String quote = sentence(6) + " " + row;
      source.append(quote).append(". ").append(sentence(8)).append(". ");
      facts.append(
          "%s-%d,%d,%s,subject-%d,property %d,%s %s %d@en,text,%s\n"
              .formatted(
                  name,
                  row,
                  1 + row / ROWS_OF_A_PARAGRAPH,
                  quote,
                  random.nextInt(500),
                  random.nextInt(12),
                  sentence(7),
                  name,
                  row,
                  valid()));
    }
    return new Import(facts.toString(), source.toString());
  }

  /** That many words. */
  String sentence(int length) {
    StringBuilder sentence = new StringBuilder();
    for (int at = 0; at < length; at++) {
      sentence.append(at == 0 ? "" : " ").append(word());
    }
    return sentence.toString();
  }

  /** The more often the lower its rank, about as Zipf found. */
  String word() {
    return words.get(
        (int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)) - 1));
  }

  private String valid() {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> Integer.toString(1900 + random.nextInt(120));
      case 2 -> "%d-%02d".formatted(1900 + random.nextInt(120), 1 + random.nextInt(12));
      default -> "%d/%d".formatted(1900 + random.nextInt(60), 1970 + random.nextInt(50));
    };
  }
}
