package org.defter.query.comparison;

import java.time.Instant;
import java.util.Set;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.query.request.Parameters;
import org.defter.query.search.Criteria;
import org.defter.query.search.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are compared.
 *
 * @param from as the archive knew it then; a date means the end of that day
 * @param to as the archive knew it then, later
 * @param criteria the question that is asked at both times, with the names of today
 * @param size how many differences to a page
 * @param cursor where to go on; null for the first page
 */
record ComparisonRequest(
    Instant from, Instant to, Criteria criteria, int size, @Nullable String cursor) {

  private static final Set<String> OWN = Set.of("from", "to");
  private static final Set<String> MEANINGLESS = Set.of("knownAt", "sort", "format");

  static ComparisonRequest of(Parameters given) {
    for (String name : MEANINGLESS) {
      if (given.text(name) != null) {
        throw ProblemException.invalid(
            name, "means nothing here: 'from' and 'to' say when, facts come by their identifiers");
      }
    }
    Instant from = required(given, "from");
    Instant to = required(given, "to");
    if (!from.isBefore(to)) {
      throw ProblemException.invalid("to", "must be later than 'from'");
    }
    return new ComparisonRequest(
        from,
        to,
        SearchRequest.of(given.without(OWN)).criteria(),
        given.number("size", 20, 1, 200),
        given.text("cursor"));
  }

  /** Tells questions apart, so that a cursor is not used with another one. */
  String digest() {
    return Integer.toHexString(
        new ComparisonRequest(from, to, criteria, 0, null).toString().hashCode());
  }

  private static Instant required(Parameters given, String name) {
    Instant time = given.endOf(name);
    if (time == null) {
      throw new ProblemException(
          Problem.at(
              name,
              ProblemType.MISSING,
              "say which two states of the archive to compare: a date (its end, 2026-03-01) or an"
                  + " instant (2026-03-01T12:00:00Z)"));
    }
    return time;
  }
}
