package org.defter.benchmark;

/**
 * Facts among which a few contradict or repeat each other, as in a large archive: of a thousand,
 * two contradict each other, thirty follow on each other in time, two are duplicates, and six
 * hundred in all are of properties that hold one value at a time.
 */
final class ContestedFacts {

  /** How many properties hold one value at a time: {@code watched-0} and so on. */
  static final int WATCHED = 7;

  private static final int OTHERS = 5;
  private static final int ROWS_OF_A_PARAGRAPH = 10;

  private final String name;
  private final GeneratedFacts language;
  private final StringBuilder facts =
      new StringBuilder("id,paragraph,quote,subject,property,value,datatype,valid\n");
  private final StringBuilder source = new StringBuilder();
  private int row;

  private ContestedFacts(String name) {
    this.name = name;
    this.language = new GeneratedFacts(name);
  }

  /** That many thousands of facts. */
  static GeneratedFacts.Import table(String name, int thousands) {
    ContestedFacts table = new ContestedFacts(name);
    for (int thousand = 0; thousand < thousands; thousand++) {
      table.thousand();
    }
    return new GeneratedFacts.Import(table.facts.toString(), table.source.toString());
  }

  private void thousand() {
    pair("watched", "1990/2000", "1995/2005", true);
    pair("open", "1990/2000", "1995/2005", false);
    for (int succession = 0; succession < 15; succession++) {
      pair("watched", "1969/2011-06", "2011-06/..", true);
    }
    for (int left = 0; left < 966; left++) {
      String property = left < 574 ? property("watched", WATCHED) : property("open", OTHERS);
      add(property, value(), Integer.toString(1900 + left % 120));
    }
  }

  private void pair(String kind, String first, String second, boolean differ) {
    String property = property(kind, kind.equals("open") ? OTHERS : WATCHED);
    String value = value();
    int subject = row;
    add(subject, property, value, first);
    add(subject, property, differ ? value() : value, second);
  }

  private String property(String kind, int kinds) {
    return kind + " " + row % kinds;
  }

  private String value() {
    return language.sentence(7) + " " + row;
  }

  private void add(String property, String value, String valid) {
    add(row, property, value, valid);
  }

  private void add(int subject, String property, String value, String valid) {
    if (row % ROWS_OF_A_PARAGRAPH == 0 && row > 0) {
      source.append("\n\n");
    }
    String quote = language.sentence(6) + " " + row;
    source.append(quote).append(". ").append(language.sentence(8)).append(". ");
    facts.append(
        "%1$s-%2$d,%3$d,%4$s,%1$s-about-%5$d,%6$s,%7$s@en,text,%8$s\n"
            .formatted(
                name, row, 1 + row / ROWS_OF_A_PARAGRAPH, quote, subject, property, value, valid));
    row++;
  }
}
