package org.defter.query.search.language;

import java.util.List;
import java.util.stream.Stream;

/** What a full-text query asks for. */
public sealed interface Expression {

  /**
   * Something to be found in a field.
   *
   * @param text one word, or the words of a phrase
   * @param distance in a phrase, how many words may come between; in a fuzzy word, how many letters
   *     may differ, 0 for as many as its length bears; else 0
   */
  record Term(Field field, String text, Match match, int distance) implements Expression {

    /** A term as it is written without any sign. */
    public static Term word(String text) {
      return new Term(Field.ANYWHERE, text, Match.WORD, 0);
    }

    /** Several words that stand together. */
    public static Term phrase(String text) {
      return new Term(Field.ANYWHERE, text, Match.PHRASE, 0);
    }
  }

  /** All of these. */
  record All(List<Expression> parts) implements Expression {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of these. */
  record Any(List<Expression> parts) implements Expression {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** What does not have this. */
  record Not(Expression part) implements Expression {}

  /** Its terms, from left to right, each once. */
  default List<Term> terms() {
    return leaves(this).distinct().toList();
  }

  private static Stream<Term> leaves(Expression expression) {
    return switch (expression) {
      case Term term -> Stream.of(term);
      case All(var parts) -> parts.stream().flatMap(Expression::leaves);
      case Any(var parts) -> parts.stream().flatMap(Expression::leaves);
      case Not(var part) -> leaves(part);
    };
  }

  /**
   * The same with slips of the pen allowed in its words: not in phrases, short words, numbers and
   * what must not be there. Among several, words of one or two letters, prepositions most of all,
   * need not be found.
   */
  default Expression tolerant() {
    return switch (this) {
      case Term term -> canHoldASlip(term) ? fuzzy(term) : term;
      case All(var parts) -> {
        List<Expression> telling = parts.stream().filter(part -> !isSlight(part)).toList();
        yield new All(
            (telling.isEmpty() ? parts : telling).stream().map(Expression::tolerant).toList());
      }
      case Any(var parts) -> new Any(parts.stream().map(Expression::tolerant).toList());
      case Not not -> not;
    };
  }

  private static Term fuzzy(Term term) {
    return new Term(term.field(), term.text(), Match.FUZZY, 0);
  }

  private static boolean isSlight(Expression part) {
    return part instanceof Term term
        && term.match() == Match.WORD
        && term.field() == Field.ANYWHERE
        && term.text().codePoints().allMatch(Character::isLetter)
        && term.text().codePointCount(0, term.text().length()) < 3;
  }

  private static boolean canHoldASlip(Term term) {
    return term.match() == Match.WORD
        && term.field().isOfWords()
        && term.text().codePoints().filter(Character::isLetter).count() > 3
        && term.text().codePoints().noneMatch(Character::isDigit);
  }
}
