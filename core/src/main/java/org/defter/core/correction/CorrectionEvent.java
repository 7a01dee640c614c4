package org.defter.core.correction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.defter.core.decision.Reason;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.fact.ReviewDecision;
import org.defter.core.id.CorrectionId;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a proposed correction. Who reviewed it, or withdrew it, is who the event is by.
 */
public sealed interface CorrectionEvent extends ArchiveEvent {

  @Override
  CorrectionId id();

  /** What was proposed, by whom and why. */
  Proposal proposal();

  @Override
  @JsonIgnore
  default Reason why() {
    return proposal().reason();
  }

  /** A change of a fact was asked for. */
  record CorrectionProposed(CorrectionId id, Proposal proposal) implements CorrectionEvent {}

  /**
   * It was done.
   *
   * @param proposedAt record time of the proposal
   * @param factVersion the version of the fact that came of it
   * @param decision how, where the fact had moved on since; null where it had not
   * @param remark the reviewer's; null for none
   */
  record CorrectionAccepted(
      CorrectionId id,
      Proposal proposal,
      Instant proposedAt,
      long factVersion,
      @Nullable ReviewDecision decision,
      @Nullable String remark)
      implements CorrectionEvent {}

  /**
   * The fact was left as it is.
   *
   * @param proposedAt record time of the proposal
   * @param declinedBecause why
   */
  record CorrectionDeclined(
      CorrectionId id, Proposal proposal, Instant proposedAt, String declinedBecause)
      implements CorrectionEvent {}

  /**
   * Its proposer took it back.
   *
   * @param proposedAt record time of the proposal
   * @param withdrawnBecause why; null where nothing was said
   */
  record CorrectionWithdrawn(
      CorrectionId id, Proposal proposal, Instant proposedAt, @Nullable String withdrawnBecause)
      implements CorrectionEvent {}
}
