package org.defter.query.date;

import org.defter.core.edtf.YearPattern;
import org.defter.core.edtf.YearSpan;

/** Years in words: of one, of a decade, of a century, of what digits are known of. */
final class YearWords {
  private static final String[] ROMAN_ONES = {
    "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"
  };
  private static final String[] ROMAN_TENS = {
    "", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C"
  };

  /** Before it, and after the last one, a year could be taken for a number of something else. */
  private static final int FIRST_PLAIN_YEAR = 1000;

  private static final int LAST_PLAIN_YEAR = 9999;

  private final Grammar grammar;

  YearWords(Grammar grammar) {
    this.grammar = grammar;
  }

  String in(String grammaticalCase, YearPattern year) {
    String digits = year.digits().digits();
    int known = digits.indexOf('X');
    if (known < 0) {
      return year(grammaticalCase, year.first());
    }
    if (known == 0 && digits.equals("XXXX")) {
      return grammar.sayIn(grammaticalCase, era("unknown-year", year.negative()));
    }
    if (!digits.substring(known).matches("X+")) {
      return grammar.sayIn(grammaticalCase, era("pattern-year", year.negative()), year.written());
    }
    YearSpan years = new YearSpan(year.first(), year.last());
    boolean mixed = years.first() <= 0 && years.last() > 0;
    if (known == 3 && years.first() >= 100) {
      return decade(grammaticalCase, years.first());
    }
    return known == 2 && !mixed
        ? century(grammaticalCase, year, years)
        : years(grammaticalCase, years);
  }

  /** Year 0 is 1 BC, -1 is 2 BC. */
  String year(String grammaticalCase, long year) {
    long spoken = year > 0 ? year : 1 - year;
    return grammar.sayIn(
        grammaticalCase,
        year <= 0 ? "year.bc" : plain(year) ? "year" : special(year),
        grammar.number(spoken),
        grammar.ending(spoken));
  }

  private static boolean plain(long year) {
    return year >= FIRST_PLAIN_YEAR && year <= LAST_PLAIN_YEAR;
  }

  private String special(long year) {
    String name = year < FIRST_PLAIN_YEAR ? "year.early" : "year.far";
    return grammar.has(name) ? name : "year";
  }

  private String decade(String grammaticalCase, long first) {
    return grammar.sayIn(grammaticalCase, "decade", grammar.number(first), grammar.ending(first));
  }

  private String century(String grammaticalCase, YearPattern year, YearSpan years) {
    int century = Integer.parseInt(year.digits().digits().substring(0, 2)) + 1;
    return grammar.sayIn(
        grammaticalCase,
        era("century", year.negative()),
        century,
        grammar.ending(century),
        ROMAN_TENS[century / 10] + ROMAN_ONES[century % 10],
        span(years));
  }

  private String years(String grammaticalCase, YearSpan years) {
    return grammar.sayIn(grammaticalCase, "years", span(years));
  }

  /** From one to the other, in digits. */
  String span(YearSpan years) {
    String name = years.first() > 0 ? "span" : years.last() > 0 ? "span.mixed" : "span.bc";
    return grammar.say(name, spoken(years.first()), spoken(years.last()));
  }

  private String spoken(long year) {
    return grammar.number(year > 0 ? year : 1 - year);
  }

  private static String era(String name, boolean beforeChrist) {
    return beforeChrist ? name + ".bc" : name;
  }
}
