package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.KEEPER;
import static org.defter.core.Lighthouse.KEPT_BY;
import static org.defter.core.Lighthouse.LIGHTHOUSE;
import static org.defter.core.Lighthouse.LIT;
import static org.defter.core.Lighthouse.date;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import java.util.Map;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.FactCommand.ApplyCorrection;
import org.defter.core.id.FactId;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplyCorrectionTest {

  private static final FactId ID = new FactId("f1");
  private static final Reason REASON = new Reason(ReasonType.WRONG_DATE, null);

  /** At first: 1887, no valid time. Proposed: 1881. Meanwhile: a valid time, another citation. */
  private static final Statement BASE = statement("1887", null, yearCitation(1));

  private static final Statement PROPOSED = statement("1881", null, yearCitation(1));
  private static final Statement NOW =
      statement("1887", "1887/1931", yearCitation(1), keeperCitation(2));

  private static Statement statement(String year, @Nullable String valid, Citation... citations) {
    return new Statement(
        LIGHTHOUSE,
        LIT,
        date(year),
        List.of(),
        valid == null ? null : Edtf.parse(valid),
        Certainty.CERTAIN,
        List.of(citations),
        null);
  }

  private static Decision<FactEvent> applied(
      Statement now, Statement proposed, @Nullable ReviewDecision decision) {
    Fact fact = new Fact(ID, now, Standing.ACCEPTED, 2, now.citations().size(), null, Map.of());
    return Fact.decide(
        fact, new ApplyCorrection(ID, 2L, BASE, proposed, decision, REASON), Lighthouse.archive());
  }

  private static Decision<FactEvent> saying(Statement statement) {
    return Decision.accept(new FactEvent.FactCorrected(ID, statement, Standing.ACCEPTED, REASON));
  }

  @Test
  void saysWhatWasProposedWhenNothingHappenedMeanwhile() {
    assertThat(applied(BASE, PROPOSED, null)).isEqualTo(saying(PROPOSED));
  }

  @Test
  void changesOnlyWhatWasProposedAndKeepsWhatOthersChanged() {
    assertThat(applied(NOW, PROPOSED, ReviewDecision.APPLY_CHANGES))
        .isEqualTo(saying(statement("1881", "1887/1931", yearCitation(1), keeperCitation(2))));
  }

  @Test
  void saysAgainAllThatWasProposedButDropsNoEvidence() {
    assertThat(applied(NOW, PROPOSED, ReviewDecision.AS_PROPOSED))
        .isEqualTo(saying(statement("1881", null, yearCitation(1), keeperCitation(2))));
  }

  @Test
  void takesAwayAValidTimeThatWasProposedAway() {
    Statement dated = statement("1887", "1887", yearCitation(1));
    Fact fact = new Fact(ID, dated, Standing.ACCEPTED, 1, 1, null, Map.of());

    assertThat(
            Fact.decide(
                fact, new ApplyCorrection(ID, 1L, dated, BASE, null, REASON), Lighthouse.archive()))
        .isEqualTo(saying(BASE));
  }

  @Test
  void addsTheCitationsProposedUnderNumbersThatAreFree() {
    Statement proposed = statement("1881", null, yearCitation(1), keeperCitation(2));
    Statement now = statement("1887", null, yearCitation(1));
    Fact withdrawnOnce = new Fact(ID, now, Standing.ACCEPTED, 3, 2, null, Map.of());

    assertThat(
            Fact.decide(
                withdrawnOnce,
                new ApplyCorrection(ID, 3L, BASE, proposed, null, REASON),
                Lighthouse.archive()))
        .isEqualTo(saying(statement("1881", null, yearCitation(1), keeperCitation(3))));
  }

  @Test
  void citesOnceWhatOthersCitedMeanwhile() {
    Statement proposed = statement("1881", null, yearCitation(1), keeperCitation(2));

    assertThat(applied(NOW, proposed, ReviewDecision.APPLY_CHANGES))
        .isEqualTo(saying(statement("1881", "1887/1931", yearCitation(1), keeperCitation(2))));
  }

  @Test
  void refusesWhatOthersDidAlready() {
    assertThat(applied(PROPOSED, PROPOSED, ReviewDecision.APPLY_CHANGES))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            decision -> assertThat(decision.refusal()).isInstanceOf(Refusal.NothingChanges.class));
  }

  @Test
  void isCheckedAgainAgainstWhatTheFactSaysNow() {
    Statement aboutTheKeeper =
        new Statement(
            LIGHTHOUSE,
            KEPT_BY,
            new Value.SubjectReference(KEEPER),
            List.of(),
            null,
            Certainty.CERTAIN,
            List.of(yearCitation(1)),
            null);

    assertThat(applied(aboutTheKeeper, PROPOSED, ReviewDecision.APPLY_CHANGES))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            decision -> assertThat(decision.refusal()).isInstanceOf(Refusal.WrongDatatype.class));
  }

  @Test
  void isRefusedWhenTheFactIsOutOfUse() {
    Fact retracted = new Fact(ID, BASE, Standing.RETRACTED, 2, 1, null, Map.of());

    assertThat(
            Fact.decide(
                retracted,
                new ApplyCorrection(ID, 2L, BASE, PROPOSED, null, REASON),
                Lighthouse.archive()))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            decision -> assertThat(decision.refusal()).isInstanceOf(Refusal.NotPossibleNow.class));
  }
}
