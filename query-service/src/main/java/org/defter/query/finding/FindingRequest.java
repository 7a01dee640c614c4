package org.defter.query.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.finding.Grade;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for; empty lists and null ask for nothing.
 *
 * @param fact one of the two
 * @param source cited by one of the two
 * @param size how many to a page
 * @param cursor where to go on; null for the first page
 */
public record FindingRequest(
    List<String> subjects,
    List<String> properties,
    @Nullable String fact,
    @Nullable String source,
    @Nullable Grade grade,
    int size,
    @Nullable String cursor) {

  private static final int MOST = 200;
  private static final Map<String, Grade> GRADES =
      Map.of(Grade.CERTAIN.word(), Grade.CERTAIN, Grade.POSSIBLE.word(), Grade.POSSIBLE);

  /** Reads the parameters. */
  public static FindingRequest of(Parameters given) {
    given.allowing(Set.of("subject", "property", "fact", "source", "grade", "size", "cursor"));
    return new FindingRequest(
        given.texts("subject"),
        given.texts("property"),
        given.text("fact"),
        given.text("source"),
        given.text("grade") == null ? null : given.choice("grade", GRADES, Grade.CERTAIN),
        given.number("size", 50, 1, MOST),
        given.text("cursor"));
  }

  /**
   * Whether a pair is asked for.
   *
   * @param merged a subject and those merged into it are one
   */
  boolean asksFor(FoundPair pair, MergedSubjects merged) {
    return (subjects.isEmpty()
            || subjects.stream()
                .anyMatch(one -> merged.family(one).contains(pair.first().subject())))
        && (properties.isEmpty() || properties.contains(pair.first().property()))
        && (fact == null || pair.first().id().equals(fact) || pair.second().id().equals(fact))
        && (source == null
            || pair.first().sources().contains(source)
            || pair.second().sources().contains(source))
        && (grade == null || grade == pair.grade());
  }

  /** Tells questions apart, so that a cursor is not used with another one. */
  String digest() {
    return Integer.toHexString(
        new FindingRequest(subjects, properties, fact, source, grade, 0, null)
            .toString()
            .hashCode());
  }
}
