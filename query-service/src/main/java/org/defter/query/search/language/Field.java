package org.defter.query.search.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.defter.core.value.VocabularyTerm;
import org.jspecify.annotations.Nullable;

/** Where a part of a query is looked for. */
public enum Field implements VocabularyTerm {
  /** In the fact's own words, around its quotes, and in the names of what it is about. */
  ANYWHERE(true),
  /** The subject's names in any script, or its identifier. */
  SUBJECT(true),
  /** The property's labels, or its identifier. */
  PROPERTY(true),
  /** The words of the value and of text circumstances, or the names of the subject it refers to. */
  VALUE(true),
  /** The title of a cited source, or its identifier. */
  SOURCE(true),
  /** The identifier or name of whoever made the newest change. */
  ACTOR(false),
  /** The words cited. */
  QUOTE(true),
  /** The words cited, with what stands before and after them. */
  CONTEXT(true),
  /** A circumstance: its property, or {@code property=value}. */
  QUALIFIER(false),
  /** Why the newest change was made: words, or the type of the reason. */
  REASON(true),
  /** The fact's identifier. */
  ID(false);

  private final boolean ofWords;

  Field(boolean ofWords) {
    this.ofWords = ofWords;
  }

  /** Whether it holds words of a language, in which slips of the pen happen. */
  public boolean isOfWords() {
    return ofWords;
  }

  /** The field a reader means; null when there is none of that name. */
  static @Nullable Field named(String name) {
    return Arrays.stream(values())
        .filter(field -> field != ANYWHERE && field.word().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  /** The names of all fields, for a message. */
  static String names() {
    return Arrays.stream(values())
        .filter(field -> field != ANYWHERE)
        .map(Field::word)
        .collect(Collectors.joining(", "));
  }
}
