package org.defter.query.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.defter.query.problem.ProblemException;
import org.defter.query.search.language.Expression.All;
import org.defter.query.search.language.Expression.Any;
import org.defter.query.search.language.Expression.Not;
import org.defter.query.search.language.Expression.Term;
import org.defter.query.search.language.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query by recursive descent:
 *
 * <pre>
 *   either  = all { ("OR" | "|") all }
 *   all     = part { ["AND"] part }
 *   part    = { "NOT" | "-" | "+" } ( "(" either ")" | field ":" part | word | phrase )
 * </pre>
 */
public final class QueryParser {

  /** The most terms a query has. Each is looked up among names before the search. */
  static final int TERMS_LIMIT = 24;

  private static final int DEPTH_LIMIT = 20;
  private static final Pattern INSIDE_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

  private final List<Token> tokens;
  private int next;
  private int depth;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a query.
   *
   * @return null when it holds nothing to look for
   * @throws ProblemException about {@code q}, with what to do, when it cannot be read
   */
  public static @Nullable Expression parse(String query) {
    QueryParser parser = new QueryParser(Lexer.tokens(query));
    Expression expression = parser.either(Field.ANYWHERE);
    if (parser.kind() == Kind.CLOSE) {
      throw refused(Detail.of("query.search.closes-nothing", parser.peek().at()));
    }
    if (expression != null && expression.terms().size() > TERMS_LIMIT) {
      throw refused(
          Detail.of("query.search.too-many-words", expression.terms().size(), TERMS_LIMIT));
    }
    return expression;
  }

  private @Nullable Expression either(Field field) {
    List<Expression> parts = new ArrayList<>();
    addIfAny(parts, all(field));
    while (kind() == Kind.OR) {
      Token or = take();
      Expression part = all(field);
      if (parts.isEmpty() || part == null) {
        throw bothSides(or);
      }
      parts.add(part);
    }
    return parts.size() > 1 ? new Any(parts) : parts.isEmpty() ? null : parts.getFirst();
  }

  private @Nullable Expression all(Field field) {
    List<Expression> parts = new ArrayList<>();
    while (true) {
      switch (kind()) {
        case END, CLOSE, OR -> {
          return parts.size() > 1 ? new All(parts) : parts.isEmpty() ? null : parts.getFirst();
        }
        case AND -> {
          Token and = take();
          if (parts.isEmpty() || !beginsAPart()) {
            throw bothSides(and);
          }
        }
        case TERM, FIELD, OPEN, NOT -> addIfAny(parts, part(field));
      }
    }
  }

  private boolean beginsAPart() {
    return switch (kind()) {
      case TERM, FIELD, OPEN, NOT -> true;
      case CLOSE, AND, OR, END -> false;
    };
  }

  private @Nullable Expression part(Field field) {
    Token first = take();
    return switch (first.kind()) {
      case TERM -> within(field, first.aTerm());
      case OPEN -> group(first, field);
      case FIELD -> wanted(first, first.aField());
      case NOT -> {
        Expression unwanted = wanted(first, field);
        yield unwanted == null ? null : new Not(unwanted);
      }
      case CLOSE, AND, OR, END -> throw new IllegalStateException("begins no part: " + first);
    };
  }

  /** What a sign or field is about, which must be there. */
  private @Nullable Expression wanted(Token sign, Field field) {
    if (!beginsAPart()) {
      throw refused(
          sign.kind() == Kind.FIELD
              ? Detail.of("query.search.nothing-after-field", sign.at())
              : Detail.of("query.search.nothing-after-not", sign.at()));
    }
    return nested(sign, () -> part(field));
  }

  private @Nullable Expression group(Token opened, Field field) {
    Expression inside = nested(opened, () -> either(field));
    if (kind() != Kind.CLOSE) {
      throw refused(Detail.of("query.search.not-closed", opened.at()));
    }
    take();
    return inside;
  }

  /** Deep nesting would end in an overflow of the stack; nobody means it. */
  private @Nullable Expression nested(Token at, Nested inside) {
    if (++depth > DEPTH_LIMIT) {
      throw refused(Detail.of("query.search.too-deep", at.at()));
    }
    Expression expression = inside.read();
    depth--;
    return expression;
  }

  @FunctionalInterface
  private interface Nested {
    @Nullable Expression read();
  }

  /** Of {@code аль-тув*} only the last word is a beginning. */
  private static Expression within(Field field, Term term) {
    if (term.match() != Match.PREFIX || !field.isOfWords()) {
      return new Term(field, term.text(), term.match(), term.distance());
    }
    List<Expression> words = new ArrayList<>();
    for (String word : INSIDE_A_WORD.split(term.text(), -1)) {
      if (!word.isEmpty()) {
        words.add(new Term(field, word, Match.WORD, 0));
      }
    }
    words.add(new Term(field, ((Term) words.removeLast()).text(), Match.PREFIX, 0));
    return words.size() == 1 ? words.getFirst() : new All(words);
  }

  private static void addIfAny(List<Expression> parts, @Nullable Expression part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Kind kind() {
    return peek().kind();
  }

  private Token take() {
    return tokens.get(next++);
  }

  private static ProblemException bothSides(Token operator) {
    return refused(Detail.of("query.search.one-side", operator.kind().name(), operator.at()));
  }

  private static ProblemException refused(Detail detail) {
    return ProblemException.invalid("q", detail);
  }
}
