package org.defter.query.search.language;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a query.
 *
 * @param at where it begins, counted in characters from 1, for messages
 * @param term what it looks for, field left open; on words and phrases only
 * @param field on field names only
 */
record Token(Kind kind, int at, Expression.@Nullable Term term, @Nullable Field field) {

  enum Kind {
    TERM,
    FIELD,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    END
  }

  static Token sign(Kind kind, int at) {
    return new Token(kind, at, null, null);
  }

  static Token of(Expression.Term term, int at) {
    return new Token(Kind.TERM, at, term, null);
  }

  static Token of(Field field, int at) {
    return new Token(Kind.FIELD, at, null, field);
  }

  Expression.Term aTerm() {
    return Objects.requireNonNull(term);
  }

  Field aField() {
    return Objects.requireNonNull(field);
  }
}
