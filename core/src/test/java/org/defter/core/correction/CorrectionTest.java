package org.defter.core.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.quoting;
import static org.defter.core.Lighthouse.text;
import static org.defter.core.correction.Review.ID;
import static org.defter.core.correction.Review.MARIA;
import static org.defter.core.correction.Review.OLAF;
import static org.defter.core.correction.Review.PROPOSED_AT;
import static org.defter.core.correction.Review.REASON;
import static org.defter.core.correction.Review.accepted;
import static org.defter.core.correction.Review.archive;
import static org.defter.core.correction.Review.by;
import static org.defter.core.correction.Review.corrected;
import static org.defter.core.correction.Review.kindOf;
import static org.defter.core.correction.Review.lit;
import static org.defter.core.correction.Review.proposal;
import static org.defter.core.correction.Review.propose;
import static org.defter.core.correction.Review.proposed;
import static org.defter.core.correction.Review.refused;
import static org.defter.core.correction.Review.retracted;
import static org.defter.core.correction.Review.value;
import static org.defter.core.correction.Review.year;

import org.defter.core.FakeArchive;
import org.defter.core.correction.Correction.State;
import org.defter.core.correction.CorrectionCommand.AcceptCorrection;
import org.defter.core.correction.CorrectionCommand.DeclineCorrection;
import org.defter.core.correction.CorrectionCommand.ProposeCorrection;
import org.defter.core.correction.CorrectionCommand.WithdrawCorrection;
import org.defter.core.correction.CorrectionEvent.CorrectionAccepted;
import org.defter.core.correction.CorrectionEvent.CorrectionDeclined;
import org.defter.core.correction.CorrectionEvent.CorrectionProposed;
import org.defter.core.correction.CorrectionEvent.CorrectionWithdrawn;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.event.Origin;
import org.defter.core.fact.ReviewDecision;
import org.defter.core.id.FactId;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  private static final AcceptCorrection ACCEPT = new AcceptCorrection(ID, 1L, null, null);
  private static final DeclineCorrection DECLINE = new DeclineCorrection(ID, "it is a one");
  private static final WithdrawCorrection WITHDRAW = new WithdrawCorrection(ID, null);

  private static Decision<CorrectionEvent> asked(CorrectionCommand command, Origin by) {
    return asked(proposed(MARIA), command, by, archive());
  }

  private static Decision<CorrectionEvent> asked(
      @Nullable Correction state, CorrectionCommand command, Origin by, FakeArchive archive) {
    return Correction.decide(state, command, by, archive);
  }

  @Test
  void keepsWhatTheFactSaysAndWhatItShallSay() {
    assertThat(asked(null, propose(1L, year("1881")), MARIA, archive()))
        .isEqualTo(accepted(new CorrectionProposed(ID, proposal(MARIA))));
  }

  @Test
  void isProposedForTheVersionTheFactIsAtWhenNoneIsNamed() {
    assertThat(asked(null, propose(null, year("1882")), MARIA, archive(corrected(lit("1881")))))
        .isInstanceOfSatisfying(
            Decision.Accepted.class,
            decision ->
                assertThat(((CorrectionProposed) decision.events().getFirst()).proposal())
                    .returns(2L, Proposal::baseVersion)
                    .returns(lit("1881"), Proposal::base)
                    .returns(lit("1882"), Proposal::proposed));
  }

  @Test
  void refusesAProposalWhereverADirectCorrectionWouldBeRefused() {
    FakeArchive archive = archive();
    assertThat(kindOf(asked(null, propose(1L, value(text("1881"))), MARIA, archive)))
        .isEqualTo(Refusal.WrongDatatype.class);
    assertThat(
            kindOf(asked(null, propose(1L, year("1881", quoting("lit in 1881"))), MARIA, archive)))
        .isEqualTo(Refusal.QuoteNotFound.class);
    assertThat(kindOf(asked(null, propose(1L, year("1887")), MARIA, archive)))
        .isEqualTo(Refusal.NothingChanges.class);
    assertThat(asked(null, propose(2L, year("1881")), MARIA, archive))
        .isEqualTo(refused(new Refusal.StaleVersion(2, 1)));
    assertThat(kindOf(asked(null, propose(2L, year("1881")), MARIA, archive(retracted()))))
        .isEqualTo(Refusal.NotPossibleNow.class);
    FactId unknown = new FactId("unknown");
    assertThat(
            asked(
                null, new ProposeCorrection(ID, unknown, 1L, year("1881"), REASON), MARIA, archive))
        .isEqualTo(refused(new Refusal.NotFound(unknown)));
  }

  @Test
  void refusesASecondProposalOfTheSameId() {
    assertThat(asked(propose(1L, year("1881")), OLAF))
        .isEqualTo(refused(new Refusal.AlreadyExists(ID)));
  }

  @Test
  void refusesToReviewWhatWasNeverProposed() {
    assertThat(asked(null, ACCEPT, OLAF, archive())).isEqualTo(refused(new Refusal.NotFound(ID)));
  }

  @Test
  void isAcceptedByASecondPerson() {
    assertThat(asked(new AcceptCorrection(ID, 1L, null, "seen"), OLAF))
        .isEqualTo(
            accepted(new CorrectionAccepted(ID, proposal(MARIA), PROPOSED_AT, 2, null, "seen")));
  }

  @Test
  void isNotReviewedByWhoeverProposedIt() {
    assertThat(kindOf(asked(ACCEPT, MARIA))).isEqualTo(Refusal.NotAllowed.class);
    assertThat(kindOf(asked(DECLINE, MARIA))).isEqualTo(Refusal.NotAllowed.class);
    assertThat(kindOf(asked(ACCEPT, by("maria", "archivist"))))
        .as("in another role")
        .isEqualTo(Refusal.NotAllowed.class);
  }

  @Test
  void isNotReviewedByAnybodyItWasProposedForOrWhoActsForThem() {
    Correction forOlaf = proposed(by("maria", "volunteer", "olaf"));
    Origin actingForMaria = by("secretary", "archivist", "maria");

    assertThat(kindOf(asked(forOlaf, ACCEPT, OLAF, archive()))).isEqualTo(Refusal.NotAllowed.class);
    assertThat(kindOf(asked(forOlaf, ACCEPT, MARIA, archive())))
        .isEqualTo(Refusal.NotAllowed.class);
    assertThat(kindOf(asked(ACCEPT, actingForMaria))).isEqualTo(Refusal.NotAllowed.class);
    assertThat(kindOf(asked(forOlaf, ACCEPT, by("anna", "archivist"), archive())))
        .isEqualTo(CorrectionAccepted.class);
  }

  @Test
  void needsADecisionWhenTheFactHasMovedOn() {
    FakeArchive moved = archive(corrected(lit("1888")));
    Correction correction = proposed(MARIA);

    assertThat(asked(correction, new AcceptCorrection(ID, 2L, null, null), OLAF, moved))
        .isEqualTo(refused(new Refusal.FactMoved(1, 2)));
    assertThat(
            asked(
                correction,
                new AcceptCorrection(ID, 2L, ReviewDecision.AS_PROPOSED, null),
                OLAF,
                moved))
        .isEqualTo(
            accepted(
                new CorrectionAccepted(
                    ID, proposal(MARIA), PROPOSED_AT, 3, ReviewDecision.AS_PROPOSED, null)));
  }

  @Test
  void needsNoDecisionWhenTheFactIsAsItWas() {
    assertThat(asked(new AcceptCorrection(ID, 1L, ReviewDecision.AS_PROPOSED, null), OLAF))
        .isEqualTo(
            accepted(new CorrectionAccepted(ID, proposal(MARIA), PROPOSED_AT, 2, null, null)));
  }

  @Test
  void isNotAcceptedByAReviewerWhoSawAnOlderVersion() {
    assertThat(
            asked(
                proposed(MARIA),
                new AcceptCorrection(ID, 1L, ReviewDecision.APPLY_CHANGES, null),
                OLAF,
                archive(corrected(lit("1888")))))
        .isEqualTo(refused(new Refusal.StaleVersion(1, 2)));
  }

  @Test
  void isDeclinedWithWhy() {
    assertThat(asked(DECLINE, OLAF))
        .isEqualTo(
            accepted(new CorrectionDeclined(ID, proposal(MARIA), PROPOSED_AT, "it is a one")));
    assertThatThrownBy(() -> new DeclineCorrection(ID, " "))
        .isInstanceOfSatisfying(
            InvalidValue.class, refused -> assertThat(refused.field()).isEqualTo("why"));
  }

  @Test
  void isDeclinedThoughItsFactWasRetracted() {
    assertThat(kindOf(asked(proposed(MARIA), DECLINE, OLAF, archive(retracted()))))
        .isEqualTo(CorrectionDeclined.class);
  }

  @Test
  void isWithdrawnByItsProposerAlone() {
    assertThat(asked(WITHDRAW, MARIA))
        .isEqualTo(accepted(new CorrectionWithdrawn(ID, proposal(MARIA), PROPOSED_AT, null)));
    assertThat(kindOf(asked(WITHDRAW, OLAF))).isEqualTo(Refusal.NotAllowed.class);
  }

  @Test
  void endsOnce() {
    Correction open = proposed(MARIA);
    for (CorrectionEvent end :
        new CorrectionEvent[] {
          new CorrectionAccepted(ID, proposal(MARIA), PROPOSED_AT, 2, null, null),
          new CorrectionDeclined(ID, proposal(MARIA), PROPOSED_AT, "no"),
          new CorrectionWithdrawn(ID, proposal(MARIA), PROPOSED_AT, null)
        }) {
      Correction ended = Correction.evolve(open, end, PROPOSED_AT.plusSeconds(60));
      assertThat(ended.version()).isEqualTo(2);
      assertThat(ended.proposedAt()).isEqualTo(PROPOSED_AT);
      assertThat(ended.state()).isNotEqualTo(State.PROPOSED);
      for (CorrectionCommand command : new CorrectionCommand[] {ACCEPT, DECLINE, WITHDRAW}) {
        assertThat(kindOf(asked(ended, command, OLAF, archive())))
            .isEqualTo(Refusal.NotPossibleNow.class);
      }
    }
  }

  @Test
  void cannotEndBeforeItBegan() {
    assertThatThrownBy(() ->
            Correction.evolve(
                null, new CorrectionDeclined(ID, proposal(MARIA), PROPOSED_AT, "no"), PROPOSED_AT))
        .isInstanceOf(IllegalStateException.class);
  }
}
