package org.defter.readmodel.projection;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.correction.Correction.State;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.correction.CorrectionEvent.CorrectionAccepted;
import org.defter.core.correction.CorrectionEvent.CorrectionDeclined;
import org.defter.core.correction.CorrectionEvent.CorrectionProposed;
import org.defter.core.correction.CorrectionEvent.CorrectionWithdrawn;
import org.defter.core.correction.Proposal;
import org.defter.core.event.RecordedEvent;
import org.defter.core.id.Actor;
import org.defter.readmodel.document.CorrectionDocument;
import org.defter.readmodel.document.CorrectionDocument.Review;
import org.jspecify.annotations.Nullable;

/** A correction's event becomes the correction as it stands. */
final class CorrectionProjection {

  private CorrectionProjection() {}

  /**
   * What an event says beyond the proposal.
   *
   * @param proposedAt record time of the proposal
   * @param because the words it was closed with
   */
  private record Outcome(
      State state, Instant proposedAt, @Nullable Review review, @Nullable String because) {}

  static CorrectionDocument document(CorrectionEvent event, PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    Outcome outcome = outcome(event, recorded);
    Proposal proposal = event.proposal();
    return new CorrectionDocument(
        event.id().value(),
        recorded.version(),
        outcome.state(),
        proposal.fact().value(),
        proposal.baseVersion(),
        proposal.base().subject().value(),
        proposal.base().property().value(),
        sources(proposal),
        proposal.base(),
        proposal.proposed(),
        proposal.reason().type(),
        proposal.reason().text(),
        proposal.proposer(),
        proposal.onBehalfOf(),
        outcome.proposedAt(),
        outcome.review(),
        outcome.state() == State.PROPOSED ? null : recorded.recordTime(),
        outcome.because(),
        recorded.eventId(),
        published.position());
  }

  private static Outcome outcome(CorrectionEvent event, RecordedEvent recorded) {
    Actor actor = recorded.origin().actor();
    return switch (event) {
      case CorrectionProposed _ -> new Outcome(State.PROPOSED, recorded.recordTime(), null, null);
      case CorrectionAccepted accepted ->
          new Outcome(
              State.ACCEPTED,
              accepted.proposedAt(),
              new Review(actor, accepted.factVersion(), accepted.decision()),
              accepted.remark());
      case CorrectionDeclined declined ->
          new Outcome(
              State.DECLINED,
              declined.proposedAt(),
              new Review(actor, null, null),
              declined.declinedBecause());
      case CorrectionWithdrawn withdrawn ->
          new Outcome(State.WITHDRAWN, withdrawn.proposedAt(), null, withdrawn.withdrawnBecause());
    };
  }

  static List<String> sources(Proposal proposal) {
    return Stream.of(proposal.base(), proposal.proposed())
        .flatMap(statement -> statement.citations().stream())
        .map(citation -> citation.source().value())
        .distinct()
        .toList();
  }
}
