package org.defter.core.correction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.defter.core.Archive;
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
import org.defter.core.decision.Version;
import org.defter.core.detail.Detail;
import org.defter.core.event.Origin;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.CorrectionId;
import org.defter.core.value.VocabularyTerm;
import org.jspecify.annotations.Nullable;

/**
 * A correction that one person proposes and another accepts or declines.
 *
 * @param id its name
 * @param proposal what was proposed, by whom and why
 * @param state what became of it
 * @param proposedAt record time of the proposal
 * @param version how many events led here
 */
public record Correction(
    CorrectionId id, Proposal proposal, State state, Instant proposedAt, long version) {

  /** What became of a proposal. All but the first are final. */
  public enum State implements VocabularyTerm {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("withdrawn")
    WITHDRAWN;
  }

  /**
   * What follows from a command.
   *
   * @param by who asks for it
   */
  public static Decision<CorrectionEvent> decide(
      @Nullable Correction state, CorrectionCommand command, Origin by, Archive archive) {
    if (command instanceof ProposeCorrection propose) {
      return state == null
          ? propose(propose, by, archive)
          : Decision.refuse(new Refusal.AlreadyExists(command.id()));
    }
    if (state == null) {
      return Decision.refuse(new Refusal.NotFound(command.id()));
    }
    if (state.state != State.PROPOSED) {
      return Decision.refuse(
          new Refusal.NotPossibleNow("state", Detail.of("correction.decided", state.state.word())));
    }
    return switch (command) {
      case ProposeCorrection _ -> throw new IllegalStateException("decided before");
      case AcceptCorrection accept -> state.accept(accept, by, archive);
      case DeclineCorrection decline -> state.decline(decline, by, archive);
      case WithdrawCorrection withdraw -> state.withdraw(withdraw, by);
    };
  }

  /** Whatever would be refused as a direct correction is refused as a proposal too. */
  private static Decision<CorrectionEvent> propose(
      ProposeCorrection command, Origin by, Archive archive) {
    Fact fact = archive.fact(command.fact());
    CorrectFact direct =
        new CorrectFact(command.fact(), command.factVersion(), command.changes(), command.reason());
    return switch (Fact.decide(fact, direct, archive)) {
      case Decision.Refused<FactEvent>(var refusal) -> Decision.refuse(refusal);
      case Decision.Accepted<FactEvent>(var events) -> {
        Fact base = Version.known(fact, command.fact());
        yield Decision.accept(
            new CorrectionProposed(
                command.id(),
                new Proposal(
                    base.id(),
                    base.version(),
                    base.statement(),
                    events.getLast().statement(),
                    command.reason(),
                    by.actor(),
                    by.onBehalfOf())));
      }
    };
  }

  private Decision<CorrectionEvent> accept(AcceptCorrection command, Origin by, Archive archive) {
    Fact fact = Version.known(archive.fact(proposal.fact()), proposal.fact());
    Refusal barred = barred(by, fact, archive);
    if (barred != null) {
      return Decision.refuse(barred);
    }
    Refusal stale = Version.check(command.factVersion(), fact.version());
    if (stale != null) {
      return Decision.refuse(stale);
    }
    boolean moved = fact.version() != proposal.baseVersion();
    if (moved && command.decision() == null) {
      return Decision.refuse(new Refusal.FactMoved(proposal.baseVersion(), fact.version()));
    }
    return Decision.accept(
        new CorrectionAccepted(
            id,
            proposal,
            proposedAt,
            fact.version() + 1,
            moved ? command.decision() : null,
            command.remark()));
  }

  private Decision<CorrectionEvent> decline(DeclineCorrection command, Origin by, Archive archive) {
    Fact fact = Version.known(archive.fact(proposal.fact()), proposal.fact());
    Refusal barred = barred(by, fact, archive);
    return barred != null
        ? Decision.refuse(barred)
        : Decision.accept(new CorrectionDeclined(id, proposal, proposedAt, command.why()));
  }

  private @Nullable Refusal barred(Origin by, Fact fact, Archive archive) {
    return proposal.isOf(by)
        ? new Refusal.NotAllowed("Authorization", Detail.of("correction.own"))
        : Permission.toReview(fact, by.actor(), archive);
  }

  private Decision<CorrectionEvent> withdraw(WithdrawCorrection command, Origin by) {
    return proposal.isOf(by)
        ? Decision.accept(new CorrectionWithdrawn(id, proposal, proposedAt, command.why()))
        : Decision.refuse(
            new Refusal.NotAllowed(
                "Authorization", Detail.of("correction.of-another", proposal.proposer().id())));
  }

  /**
   * The correction after an event.
   *
   * @param recordTime of the event
   * @throws IllegalStateException when the event cannot follow: the log is not in order
   */
  public static Correction evolve(
      @Nullable Correction state, CorrectionEvent event, Instant recordTime) {
    return switch (event) {
      case CorrectionProposed proposed ->
          new Correction(
              event.id(),
              proposed.proposal(),
              State.PROPOSED,
              recordTime,
              Version.first(state, event.id()));
      case CorrectionAccepted _ -> Version.known(state, event.id()).ended(State.ACCEPTED);
      case CorrectionDeclined _ -> Version.known(state, event.id()).ended(State.DECLINED);
      case CorrectionWithdrawn _ -> Version.known(state, event.id()).ended(State.WITHDRAWN);
    };
  }

  private Correction ended(State end) {
    return new Correction(id, proposal, end, proposedAt, version + 1);
  }
}
