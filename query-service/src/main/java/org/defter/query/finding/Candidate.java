package org.defter.query.finding;

import java.time.Instant;
import java.util.List;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.query.document.Likeness;

/** As much of a fact as is needed to compare it. */
record Candidate(
    String id,
    long version,
    Standing standing,
    Statement statement,
    Likeness likeness,
    Instant changedAt,
    long position) {

  /** The fields of the fact's document that these are read from. */
  static final List<String> FIELDS =
      List.of("id", "version", "standing", "statement", "likeness", "changedAt", "position");

  boolean cites(String source) {
    return statement.citations().stream()
        .anyMatch(citation -> citation.source().value().equals(source));
  }
}
