package org.defter.core.finding;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.defter.core.edtf.Edtf;
import org.defter.core.edtf.Overlap;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Canonical;
import org.defter.core.value.Comparison;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Two statements, side by side. What is found does not depend on their order, nor on how the facts
 * stand: that is for the caller to ask.
 *
 * @param survivor the subject that goes on in the place of a merged one; any other itself
 */
public record Pair(Statement one, Statement other, UnaryOperator<SubjectId> survivor) {

  /**
   * Whether they contradict each other, if the property holds one value at a time: they give one
   * subject different values ({@link Comparison}) at times that overlap ({@link Overlap}). A
   * statement without a valid time can hold at any. Qualifiers make no difference: what they mean
   * for it, only people know.
   *
   * @return null when they do not
   */
  public @Nullable Grade contradiction() {
    if (!isOfOneSlot()) {
      return null;
    }
    Comparison values = Comparison.of(resolved(one.value()), resolved(other.value()));
    Overlap times = times();
    if (values.compareTo(Comparison.PERHAPS_DIFFERENT) < 0 || times == Overlap.NONE) {
      return null;
    }
    return values == Comparison.DIFFERENT && times == Overlap.CERTAIN
        ? Grade.CERTAIN
        : Grade.POSSIBLE;
  }

  /**
   * Whether they say the same twice: of one subject, by one property, with equal values, at times
   * and in circumstances that agree. It is certain when these are written the same, possible when
   * one of the two says more, or their times overlap.
   *
   * @return null when they do not
   */
  public @Nullable Grade repetition() {
    if (!isOfOneSlot()
        || Comparison.of(resolved(one.value()), resolved(other.value())) != Comparison.SAME
        || !circumstancesAgree()) {
      return null;
    }
    boolean exact =
        sameTime()
            && one.qualifiers().equals(other.qualifiers())
            && isAbout(one.value()) == isAbout(other.value());
    if (exact) {
      return Grade.CERTAIN;
    }
    return sameTime() || times() != Overlap.NONE ? Grade.POSSIBLE : null;
  }

  private boolean isOfOneSlot() {
    return one.property().equals(other.property())
        && survivor.apply(one.subject()).equals(survivor.apply(other.subject()));
  }

  private Overlap times() {
    Edtf first = one.valid();
    Edtf second = other.valid();
    return first == null || second == null ? Overlap.POSSIBLE : Overlap.of(first, second);
  }

  private boolean sameTime() {
    Edtf first = one.valid();
    Edtf second = other.valid();
    return first == null || second == null ? first == second : first.text().equals(second.text());
  }

  /** What both say of a circumstance is the same; what only one says does not matter. */
  private boolean circumstancesAgree() {
    return one.qualifiers().stream()
        .map(Qualifier::property)
        .distinct()
        .allMatch(property -> {
          Set<String> second = circumstances(other, property);
          return second.isEmpty() || second.equals(circumstances(one, property));
        });
  }

  private Set<String> circumstances(Statement statement, PropertyId property) {
    return statement.qualifiers().stream()
        .filter(qualifier -> qualifier.property().equals(property))
        .map(qualifier -> Canonical.of(resolved(qualifier.value())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Value resolved(Value value) {
    return value instanceof Value.SubjectReference(SubjectId subject)
        ? new Value.SubjectReference(survivor.apply(subject))
        : value;
  }

  private static boolean isAbout(Value value) {
    return value instanceof Quantity quantity && quantity.approximate();
  }
}
