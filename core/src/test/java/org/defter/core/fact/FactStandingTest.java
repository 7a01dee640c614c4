package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.fact.FactCommand.ReinstateFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.FactEvent.CitationAdded;
import org.defter.core.fact.FactEvent.FactCorrected;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.fact.FactEvent.FactReinstated;
import org.defter.core.fact.FactEvent.FactRetracted;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactStandingTest {

  private static final FactId ID = new FactId("f1");
  private static final Reason REASON = new Reason(ReasonType.OTHER, "filed in the wrong archive");
  private static final Statement STATEMENT = litIn1887(List.of(yearCitation(1)));
  private static final Statement CITED_TWICE =
      litIn1887(List.of(yearCitation(1), keeperCitation(2)));

  private static final FactEvent RECORDED = new FactRecorded(ID, STATEMENT, Standing.ACCEPTED);
  private static final FactEvent CORRECTED =
      new FactCorrected(ID, STATEMENT, Standing.ACCEPTED, REASON);
  private static final FactEvent CITED = new CitationAdded(ID, CITED_TWICE, Standing.ACCEPTED, 2);
  private static final FactEvent RETRACTED =
      new FactRetracted(ID, STATEMENT, Standing.RETRACTED, REASON);
  private static final FactEvent REINSTATED =
      new FactReinstated(ID, STATEMENT, Standing.ACCEPTED, REASON);

  @Test
  void retractsAnAcceptedFactAndKeepsWhatItSaid() {
    assertThat(retracting(after(RECORDED), 1L)).isEqualTo(Decision.accept(RETRACTED));
  }

  @Test
  void refusesToRetractTwice() {
    assertThat(retracting(after(RECORDED, RETRACTED), 2L))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NothingChanges("standing", "the fact is retracted already")));
  }

  @Test
  void reinstatesARetractedFact() {
    assertThat(reinstating(after(RECORDED, RETRACTED), 2L)).isEqualTo(Decision.accept(REINSTATED));
  }

  @Test
  void retractsAReinstatedFactAgain() {
    assertThat(retracting(after(RECORDED, RETRACTED, REINSTATED), null))
        .isEqualTo(Decision.accept(RETRACTED));
  }

  @Test
  void refusesToReinstateAnAcceptedFact() {
    assertThat(reinstating(after(RECORDED), 1L))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NothingChanges(
                    "standing", "the fact is not retracted: there is nothing to reinstate")));
  }

  @Test
  void refusesAFactThatIsNotThere() {
    assertThat(retracting(null, null)).isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
    assertThat(reinstating(null, null)).isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
  }

  @Test
  void refusesAVersionThatHasPassed() {
    assertThat(retracting(after(RECORDED, CORRECTED), 1L))
        .isEqualTo(Decision.refuse(new Refusal.StaleVersion(1, 2)));
    assertThat(reinstating(after(RECORDED, RETRACTED), 1L))
        .isEqualTo(Decision.refuse(new Refusal.StaleVersion(1, 2)));
  }

  @Test
  void replayingEventsGivesTheFactAsItStands() {
    assertThat(after(RECORDED)).isEqualTo(new Fact(ID, STATEMENT, Standing.ACCEPTED, 1));
    assertThat(after(RECORDED, CITED, RETRACTED))
        .isEqualTo(new Fact(ID, STATEMENT, Standing.RETRACTED, 3));
    assertThat(after(RECORDED, CORRECTED, RETRACTED, REINSTATED, CITED))
        .isEqualTo(new Fact(ID, CITED_TWICE, Standing.ACCEPTED, 5));
  }

  @Test
  void onlyEventsThatNeedAReasonHaveOne() {
    assertThat(RECORDED.why()).isNull();
    assertThat(CITED.why()).isNull();
    assertThat(List.of(CORRECTED, RETRACTED, REINSTATED))
        .allSatisfy(event -> assertThat(event.why()).isEqualTo(REASON));
  }

  static List<FactEvent> laterEvents() {
    return List.of(CORRECTED, CITED, RETRACTED, REINSTATED);
  }

  @ParameterizedTest
  @MethodSource("laterEvents")
  void nothingHappensToAFactBeforeItIsRecorded(FactEvent event) {
    assertThatThrownBy(() -> Fact.evolve(null, event))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fact/f1 changes before it begins");
  }

  @Test
  void noFactIsRecordedTwice() {
    assertThatThrownBy(() -> after(RECORDED, RECORDED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fact/f1 begins a second time");
  }

  private static Fact after(FactEvent first, FactEvent... later) {
    Fact fact = Fact.evolve(null, first);
    for (FactEvent event : later) {
      fact = Fact.evolve(fact, event);
    }
    return fact;
  }

  private static Decision<FactEvent> retracting(@Nullable Fact state, @Nullable Long expected) {
    return Fact.decide(state, new RetractFact(ID, expected, REASON), Lighthouse.archive());
  }

  private static Decision<FactEvent> reinstating(@Nullable Fact state, @Nullable Long expected) {
    return Fact.decide(state, new ReinstateFact(ID, expected, REASON), Lighthouse.archive());
  }
}
