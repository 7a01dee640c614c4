package org.defter.query.search;

import java.util.List;
import java.util.stream.Stream;

/** The fields of the indexes {@code facts} and {@code fact-versions} that are searched. */
final class FactFields {

  static final String ID = "id";
  static final String SUBJECT = "subject";
  static final String PROPERTY = "property";
  static final String STANDING = "standing";
  static final String CERTAINTY = "certainty";
  static final String DATATYPE = "datatype";
  static final String VALUE = "value.keyword";
  static final String VALUE_SUBJECT = "value.subject";
  static final String SOURCES = "sources";
  static final String PASSAGES = "passages";
  static final String QUALIFIERS = "qualifiers";
  static final String ACTOR = "actor";
  static final String ACTOR_NAME = "actorName";
  static final String REASON_TEXT = "reasonText";
  static final String REASON_TYPE = "reasonType";
  static final String KNOWN_TO = "knownTo";
  static final String VALID_TEXT = "valid.text";
  static final String EARLIEST = "valid.earliest";
  static final String LATEST = "valid.latest";
  static final String POSSIBLE = "valid.possible";
  static final String CERTAIN = "valid.certain";
  static final String CERTAIN_IN = "valid.certainIn";
  static final String LEAST = "valid.least";
  static final String LEAST_AT = "valid.leastAt";
  static final String VALID_SORT = "valid.sort";
  static final String CHANGED_AT = "changedAt";
  static final String TEXT = "text";
  static final String QUOTE = "quote";
  static final String CONTEXT = "context";

  private static final List<String> READINGS = List.of("ru", "en", "az", "ar", "any");

  private FactFields() {}

  /** Fields of words, as each analyser reads them. */
  static List<String> readings(String... fields) {
    return Stream.of(fields)
        .flatMap(field -> READINGS.stream().map(reading -> field + "." + reading))
        .toList();
  }
}
