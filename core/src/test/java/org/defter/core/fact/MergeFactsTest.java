package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.KEEPER;
import static org.defter.core.Lighthouse.KEPT_BY;
import static org.defter.core.Lighthouse.LIGHTHOUSE;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import org.defter.core.FakeArchive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.AbsorbFact;
import org.defter.core.fact.FactCommand.MergeFact;
import org.defter.core.fact.FactEvent.FactAbsorbed;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.id.FactId;
import org.defter.core.value.Value;
import org.junit.jupiter.api.Test;

class MergeFactsTest {

  private static final FactId KEPT = new FactId("f1");
  private static final FactId MERGED = new FactId("f2");
  private static final Reason REASON = new Reason(ReasonType.DUPLICATE, null);
  private static final FactEvent FIRST =
      new FactRecorded(KEPT, litIn1887(List.of(yearCitation(1))), Standing.ACCEPTED);

  @Test
  void theFactThatGoesOnTakesOverTheCitationsItLacks() {
    FactEvent second =
        new FactRecorded(
            MERGED, litIn1887(List.of(yearCitation(1), keeperCitation(2))), Standing.ACCEPTED);

    assertThat(absorbing(FIRST, second))
        .isEqualTo(
            Decision.accept(
                new FactAbsorbed(
                    KEPT,
                    litIn1887(List.of(yearCitation(1), keeperCitation(2))),
                    Standing.ACCEPTED,
                    MERGED,
                    REASON)));
  }

  @Test
  void refusesAFactOfAnotherProperty() {
    Statement kept =
        new Statement(
            LIGHTHOUSE,
            KEPT_BY,
            new Value.SubjectReference(KEEPER),
            List.of(),
            null,
            Certainty.CERTAIN,
            List.of(keeperCitation(1)),
            null);

    assertThat(absorbing(FIRST, new FactRecorded(MERGED, kept, Standing.ACCEPTED)))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NotPossibleNow("into", Detail.of("fact.of-another-property", "f1"))));
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(absorbing(FIRST)).isEqualTo(Decision.refuse(new Refusal.NotFound(MERGED)));
  }

  @Test
  void refusesToMergeAFactIntoItself() {
    Fact fact = Fact.evolve(null, FIRST);
    FakeArchive archive = FakeArchive.after(FIRST);
    Decision<FactEvent> refused =
        Decision.refuse(new Refusal.NotPossibleNow("into", Detail.of("fact.into-itself")));

    assertThat(Fact.decide(fact, new MergeFact(KEPT, 1L, KEPT, REASON), archive))
        .isEqualTo(refused);
    assertThat(Fact.decide(fact, new AbsorbFact(KEPT, KEPT, REASON), archive)).isEqualTo(refused);
  }

  private static Decision<FactEvent> absorbing(FactEvent kept, FactEvent... others) {
    return Fact.decide(
        Fact.evolve(null, kept), new AbsorbFact(KEPT, MERGED, REASON), FakeArchive.after(others));
  }
}
