package org.defter.query.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a term of a query names. Names stand in no fact, because a fact and a subject come from two
 * partitions in no order; so they are looked up first.
 *
 * @param subjects identifiers of subjects that have it in a name
 * @param otherNames all the names of the best of them, in every language and script
 * @param properties identifiers of properties that have it in a label
 * @param sources identifiers of sources that have it in their title
 */
record NameMatches(
    List<String> subjects, List<String> otherNames, List<String> properties, List<String> sources) {
  static final NameMatches NONE = new NameMatches(List.of(), List.of(), List.of(), List.of());

  NameMatches {
    subjects = List.copyOf(subjects);
    otherNames = List.copyOf(otherNames);
    properties = List.copyOf(properties);
    sources = List.copyOf(sources);
  }

  /** Both together. */
  NameMatches and(NameMatches other) {
    return new NameMatches(
        both(subjects, other.subjects),
        both(otherNames, other.otherNames),
        both(properties, other.properties),
        both(sources, other.sources));
  }

  private static List<String> both(List<String> one, List<String> other) {
    return one.isEmpty() ? other : Stream.concat(one.stream(), other.stream()).toList();
  }
}
