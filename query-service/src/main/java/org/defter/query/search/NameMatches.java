package org.defter.query.search;

import java.util.List;

/**
 * What a word of a query names. Names stand in no fact, because a fact and a subject come from two
 * partitions in no order; so they are looked up first.
 *
 * @param subjects identifiers of subjects that have the word in a name
 * @param otherNames all the names of the best of them, in every language and script
 * @param properties identifiers of properties that have the word in a label
 */
record NameMatches(List<String> subjects, List<String> otherNames, List<String> properties) {
  static final NameMatches NONE = new NameMatches(List.of(), List.of(), List.of());

  NameMatches {
    subjects = List.copyOf(subjects);
    otherNames = List.copyOf(otherNames);
    properties = List.copyOf(properties);
  }
}
