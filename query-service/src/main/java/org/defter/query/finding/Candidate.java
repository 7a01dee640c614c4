package org.defter.query.finding;

import java.time.Instant;
import java.util.List;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;

/** As much of a fact as is needed to compare it, and to show it. */
record Candidate(
    String id, long version, Standing standing, Statement statement, Instant changedAt) {

  /** The fields of the fact's document that these are read from. */
  static final List<String> FIELDS = List.of("id", "version", "standing", "statement", "changedAt");
}
