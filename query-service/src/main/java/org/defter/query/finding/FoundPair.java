package org.defter.query.finding;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.defter.core.finding.Grade;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;

/**
 * Two facts that contradict or repeat each other.
 *
 * @param first the one that is as it is the longer
 */
record FoundPair(FindingId id, Grade grade, Side first, Side second) {

  /** Certain ones first, then those that changed last. */
  static final Comparator<FoundPair> ORDER =
      Comparator.comparing(FoundPair::grade)
          .reversed()
          .thenComparing(FoundPair::changedAt, Comparator.reverseOrder())
          .thenComparing(pair -> pair.id().value());

  static FoundPair of(Candidate one, Candidate other, Grade grade) {
    boolean inOrder =
        Comparator.comparing(Candidate::changedAt).thenComparing(Candidate::id).compare(one, other)
            <= 0;
    return new FoundPair(
        FindingId.about(new FactId(one.id()), new FactId(other.id())),
        grade,
        Side.of(inOrder ? one : other),
        Side.of(inOrder ? other : one));
  }

  private Instant changedAt() {
    return second.changedAt();
  }

  /** Its place in {@link #ORDER}. */
  List<FieldValue> place() {
    return List.of(
        FieldValue.of(grade.word()),
        FieldValue.of(changedAt().toString()),
        FieldValue.of(id.value()));
  }

  /** Whether it comes after this place. */
  boolean comesAfter(List<FieldValue> place) {
    int byGrade = place.getFirst().stringValue().compareTo(grade.word());
    int byTime = Instant.parse(place.get(1).stringValue()).compareTo(changedAt());
    return byGrade != 0
        ? byGrade < 0
        : byTime != 0 ? byTime > 0 : id.value().compareTo(place.get(2).stringValue()) > 0;
  }
}
