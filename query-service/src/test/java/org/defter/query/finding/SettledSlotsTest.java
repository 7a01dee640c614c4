package org.defter.query.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.finding.Grade;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Quantity;
import org.defter.query.document.Likeness;
import org.defter.query.finding.SettledSlots.Positions;
import org.junit.jupiter.api.Test;

class SettledSlotsTest {

  private static final Candidate FIRST = fact("f1", "choir", 1, 7);
  private static final Candidate SECOND = fact("f2", "choir", 1, 9);
  private static final long SLOT = FIRST.likeness().slot();
  private static final Positions AS_COMPARED = new Positions(2, 7, 9, 16);

  private final SettledSlots settled = new SettledSlots();

  @Test
  void remembersFactsThatDoNotContradictEachOther() {
    assertThat(settled.holds(SLOT, AS_COMPARED)).isFalse();
    settled.remember(List.of(FIRST, SECOND), List.of());
    assertThat(settled.holds(SLOT, AS_COMPARED)).isTrue();
  }

  @Test
  void forgetsThemWhenOneChangesComesOrGoes() {
    settled.remember(List.of(FIRST, SECOND), List.of());
    assertThat(settled.holds(SLOT, new Positions(2, 7, 12, 19))).isFalse();
    assertThat(settled.holds(SLOT, new Positions(2, 8, 9, 17))).isFalse();
    assertThat(settled.holds(SLOT, new Positions(1, 7, 7, 7))).isFalse();
    assertThat(settled.holds(SLOT, new Positions(3, 7, 9, 24))).isFalse();
  }

  @Test
  void countsAFactThatWasReadTwiceAsOneAndAsItIsNow() {
    settled.remember(List.of(FIRST, SECOND, fact("f2", "choir", 2, 12), SECOND), List.of());
    assertThat(settled.holds(SLOT, new Positions(2, 7, 12, 19))).isTrue();
    assertThat(settled.holds(SLOT, AS_COMPARED)).isFalse();
  }

  @Test
  void doesNotRememberFactsThatContradictEachOther() {
    Candidate elsewhere = fact("f3", "guild", 1, 11);
    settled.remember(
        List.of(FIRST, SECOND, elsewhere), List.of(FoundPair.of(FIRST, SECOND, Grade.POSSIBLE)));
    assertThat(settled.holds(SLOT, AS_COMPARED)).isFalse();
    assertThat(settled.holds(elsewhere.likeness().slot(), new Positions(1, 11, 11, 11))).isTrue();
  }

  @Test
  void doesNotRememberMoreFactsThanTheNumbersTell() {
    settled.remember(
        List.of(FIRST, SECOND, fact("f3", "choir", 1, 10), fact("f4", "choir", 1, 12)), List.of());
    assertThat(settled.holds(SLOT, new Positions(4, 7, 12, 38))).isFalse();
  }

  private static Candidate fact(String id, String subject, long version, long position) {
    Statement statement =
        new Statement(
            new SubjectId(subject),
            new PropertyId("members"),
            new Quantity(Long.toString(position), null, false),
            List.of(),
            null,
            Certainty.CERTAIN,
            List.of(),
            "made up");
    return new Candidate(
        id,
        version,
        Standing.ACCEPTED,
        statement,
        Likeness.of(statement),
        Instant.EPOCH.plusSeconds(position),
        position);
  }
}
