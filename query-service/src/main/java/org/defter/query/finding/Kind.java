package org.defter.query.finding;

import java.util.Objects;
import org.defter.core.edtf.Overlap;
import org.defter.core.finding.Grade;
import org.defter.core.finding.Pair;
import org.defter.core.id.SubjectId;
import org.defter.readmodel.document.Likeness;
import org.jspecify.annotations.Nullable;

/** What can be found of two facts. */
enum Kind {
  /** They give a subject different values where its property holds one at a time. */
  CONTRADICTION("likeness.slot") {
    @Override
    long number(Likeness likeness) {
      return likeness.slot();
    }

    @Override
    Group group(Sketch fact, MergedSubjects merged) {
      return new Group(survivor(fact.subject(), merged), fact.property(), null);
    }

    @Override
    boolean mayBe(Sketch one, Sketch other, MergedSubjects merged) {
      return !value(one, merged).equals(value(other, merged)) && mayOverlap(one, other);
    }

    @Override
    @Nullable Grade of(Pair pair) {
      return pair.contradiction();
    }
  },

  /** They say the same twice. */
  REPETITION("likeness.value") {
    @Override
    long number(Likeness likeness) {
      return likeness.value();
    }

    @Override
    Group group(Sketch fact, MergedSubjects merged) {
      boolean told = fact.about() != null || !merged.concern(fact.subject());
      return new Group(
          survivor(fact.subject(), merged), fact.property(), told ? value(fact, merged) : null);
    }

    @Override
    boolean mayBe(Sketch one, Sketch other, MergedSubjects merged) {
      return !one.subject().equals(other.subject())
          || value(one, merged).equals(value(other, merged));
    }

    @Override
    @Nullable Grade of(Pair pair) {
      return pair.repetition();
    }
  };

  /**
   * What facts that are compared have in common; the value only where it must be one, and can be
   * told: the number of a value is another for another subject, though they were merged.
   */
  record Group(SubjectId subject, String property, @Nullable Object value) {}

  private final String field;

  Kind(String field) {
    this.field = field;
  }

  /** The field of the document of a fact in which it is gathered with those like it. */
  String field() {
    return field;
  }

  /** What stands in that field. */
  abstract long number(Likeness likeness);

  /** Only facts of one group can be a pair: those with one number, or more of merged subjects. */
  abstract Group group(Sketch fact, MergedSubjects merged);

  /** Whether two of a group can be a pair; what only the statements tell is not asked. */
  abstract boolean mayBe(Sketch one, Sketch other, MergedSubjects merged);

  /** Whether they are; null when not. */
  abstract @Nullable Grade of(Pair pair);

  private static SubjectId survivor(String subject, MergedSubjects merged) {
    return merged.survivor(new SubjectId(subject));
  }

  private static Object value(Sketch fact, MergedSubjects merged) {
    return fact.about() == null ? fact.likeness().value() : survivor(fact.about(), merged);
  }

  private static boolean mayOverlap(Sketch one, Sketch other) {
    return one.valid() == null
        || other.valid() == null
        || Objects.equals(one.valid(), other.valid())
        || Overlap.of(one.valid(), other.valid()) != Overlap.NONE;
  }
}
