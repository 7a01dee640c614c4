package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import java.util.Map;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.DeprecateFact;
import org.defter.core.fact.FactCommand.DisputeFact;
import org.defter.core.fact.FactCommand.FollowRevision;
import org.defter.core.fact.FactCommand.MergeFact;
import org.defter.core.fact.FactCommand.ReinstateFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.FactCommand.SettleDispute;
import org.defter.core.fact.FactEvent.CitationAdded;
import org.defter.core.fact.FactEvent.FactCorrected;
import org.defter.core.fact.FactEvent.FactDeprecated;
import org.defter.core.fact.FactEvent.FactDisputed;
import org.defter.core.fact.FactEvent.FactMerged;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.fact.FactEvent.FactReinstated;
import org.defter.core.fact.FactEvent.FactRetracted;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static final FactId OTHER = new FactId("f2");
  private static final FactEvent MERGED =
      new FactMerged(ID, STATEMENT, Standing.MERGED, OTHER, REASON);

  @Test
  void retractsAnAcceptedFactAndKeepsWhatItSaid() {
    assertThat(retracting(after(RECORDED), 1L)).isEqualTo(Decision.accept(RETRACTED));
  }

  @Test
  void refusesToRetractTwice() {
    assertThat(retracting(after(RECORDED, RETRACTED), 2L))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NothingChanges("standing", Detail.of("fact.already", "retracted"))));
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
            Decision.refuse(new Refusal.NothingChanges("standing", Detail.of("fact.counts"))));
  }

  /**
   * What each verb makes of a fact of each standing: another standing, or the word it refuses by.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          accepted,   dispute,   disputed
          accepted,   settle,    not disputed
          accepted,   deprecate, deprecated
          accepted,   retract,   retracted
          accepted,   reinstate, the fact counts
          accepted,   merge,     merged
          disputed,   dispute,   disputed already
          disputed,   settle,    accepted
          disputed,   deprecate, deprecated
          disputed,   retract,   retracted
          disputed,   reinstate, the fact counts
          disputed,   merge,     merged
          deprecated, dispute,   reinstate it first
          deprecated, settle,    not disputed
          deprecated, deprecate, deprecated already
          deprecated, retract,   retracted
          deprecated, reinstate, accepted
          deprecated, merge,     reinstate it first
          retracted,  dispute,   reinstate it first
          retracted,  settle,    not disputed
          retracted,  deprecate, reinstate it first
          retracted,  retract,   retracted already
          retracted,  reinstate, accepted
          retracted,  merge,     reinstate it first
          merged,     dispute,   was merged into 'f2'
          merged,     settle,    not disputed
          merged,     deprecate, was merged into 'f2'
          merged,     retract,   was merged into 'f2'
          merged,     reinstate, accepted
          merged,     merge,     was merged into 'f2'
          merged,     follow,    follows no revision
          """)
  void everyVerbMeetsEveryStanding(String standing, String verb, String result) {
    Fact fact = standing.equals("accepted") ? after(RECORDED) : after(RECORDED, being(standing));

    switch (Fact.decide(fact, command(verb), Lighthouse.archive())) {
      case Decision.Accepted(var events) -> {
        assertThat(events).hasSize(1);
        FactEvent event = events.getFirst();
        assertThat(event.standing().word()).isEqualTo(result);
        assertThat(event.statement()).isEqualTo(STATEMENT);
        assertThat(event.why()).isEqualTo(REASON);
      }
      case Decision.Refused(var refusal) ->
          assertThat(refusal.detail().toString()).contains(result);
    }
  }

  private static FactEvent being(String standing) {
    return switch (standing) {
      case "disputed" -> new FactDisputed(ID, STATEMENT, Standing.DISPUTED, REASON);
      case "deprecated" -> new FactDeprecated(ID, STATEMENT, Standing.DEPRECATED, REASON);
      case "retracted" -> RETRACTED;
      case "merged" -> MERGED;
      default -> throw new IllegalArgumentException(standing);
    };
  }

  private static FactCommand command(String verb) {
    return switch (verb) {
      case "dispute" -> new DisputeFact(ID, null, REASON);
      case "settle" -> new SettleDispute(ID, null, REASON);
      case "deprecate" -> new DeprecateFact(ID, null, REASON);
      case "retract" -> new RetractFact(ID, null, REASON);
      case "reinstate" -> new ReinstateFact(ID, null, REASON);
      case "merge" -> new MergeFact(ID, null, OTHER, REASON);
      case "follow" -> new FollowRevision(ID, Lighthouse.LOG, 2);
      default -> throw new IllegalArgumentException(verb);
    };
  }

  @Test
  void reinstatingForgetsWhatItWasMergedInto() {
    assertThat(after(RECORDED, MERGED).into()).isEqualTo(OTHER);
    assertThat(after(RECORDED, MERGED, REINSTATED).into()).isNull();
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
    assertThat(after(RECORDED))
        .isEqualTo(new Fact(ID, STATEMENT, Standing.ACCEPTED, 1, 1, null, Map.of()));
    assertThat(after(RECORDED, CITED, RETRACTED))
        .isEqualTo(new Fact(ID, STATEMENT, Standing.RETRACTED, 3, 2, null, Map.of()));
    assertThat(after(RECORDED, CORRECTED, RETRACTED, REINSTATED, CITED))
        .isEqualTo(new Fact(ID, CITED_TWICE, Standing.ACCEPTED, 5, 2, null, Map.of()));
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
