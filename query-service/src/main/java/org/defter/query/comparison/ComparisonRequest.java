package org.defter.query.comparison;

import java.time.Instant;
import java.util.Set;
import org.defter.core.detail.Detail;
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
        throw ProblemException.invalid(name, Detail.of("query.comparison.meaningless"));
      }
    }
    Instant from = required(given, "from");
    Instant to = required(given, "to");
    if (!from.isBefore(to)) {
      throw ProblemException.invalid("to", Detail.of("query.comparison.backwards"));
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
          Problem.at(name, ProblemType.MISSING, Detail.of("query.comparison.state-missing")));
    }
    return time;
  }
}
