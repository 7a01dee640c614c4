package org.defter.ingest.correction;

import java.util.List;
import java.util.Objects;
import org.defter.core.correction.Correction;
import org.defter.core.correction.CorrectionCommand.AcceptCorrection;
import org.defter.core.correction.CorrectionCommand.DeclineCorrection;
import org.defter.core.correction.CorrectionCommand.WithdrawCorrection;
import org.defter.core.correction.Proposal;
import org.defter.core.decision.Refusal;
import org.defter.core.fact.FactCommand.ApplyCorrection;
import org.defter.core.fact.ReviewDecision;
import org.defter.core.id.CorrectionId;
import org.defter.ingest.http.Caller;
import org.defter.ingest.http.Commands;
import org.defter.ingest.http.Commands.Answer;
import org.defter.ingest.problem.RefusedCommand;
import org.defter.ingest.problem.UnreadableRequest;
import org.defter.ingest.store.StoredArchive;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/corrections/{id}")
class CorrectionController {

  private final Commands commands;
  private final StoredArchive archive;

  CorrectionController(Commands commands, StoredArchive archive) {
    this.commands = commands;
    this.archive = archive;
  }

  /**
   * How a correction is accepted.
   *
   * @param decision must be given when the fact has moved on since it was proposed
   */
  record Acceptance(@Nullable ReviewDecision decision, @Nullable String remark) {}

  /**
   * What became of the fact, as every change answers it; and of the correction, whose events are
   * read by another way: give a read both receipts to be shown both.
   *
   * @param correction the same of the correction
   */
  record Accepted(String id, long version, String receipt, Answer correction) {}

  /** Why it is declined. */
  record Declining(String why) {}

  /** Why it is withdrawn, where anything is to be said. */
  record Withdrawal(@Nullable String why) {}

  /** If-Match names the version of the fact, which is what is changed, and so does the answer. */
  @PostMapping("/accept")
  ResponseEntity<Accepted> accept(
      @PathVariable CorrectionId id, @RequestBody Acceptance body, Caller caller)
      throws UnreadableRequest {
    Long version = caller.requiredVersion();
    Proposal proposal = proposal(id);
    ResponseEntity<Answer> changed =
        commands.change(
            caller,
            new AcceptCorrection(id, version, body.decision(), body.remark()),
            new ApplyCorrection(
                proposal.fact(),
                version,
                proposal.base(),
                proposal.proposed(),
                body.decision(),
                proposal.reason()));
    Answer fact = Objects.requireNonNull(changed.getBody());
    return ResponseEntity.status(changed.getStatusCode())
        .headers(changed.getHeaders())
        .body(
            new Accepted(
                fact.id(),
                fact.version(),
                fact.receipt(),
                Answer.of(Objects.requireNonNull(archive.newest(id)))));
  }

  /** What is proposed never changes, so that it may be read before the transaction. */
  private Proposal proposal(CorrectionId id) {
    Correction correction = archive.correction(id);
    if (correction == null) {
      throw new RefusedCommand(new Refusal.NotFound(id), List.of());
    }
    return correction.proposal();
  }

  @PostMapping("/decline")
  ResponseEntity<Answer> decline(
      @PathVariable CorrectionId id, @RequestBody Declining body, Caller caller) {
    return commands.change(caller, new DeclineCorrection(id, body.why()));
  }

  @PostMapping("/withdraw")
  ResponseEntity<Answer> withdraw(
      @PathVariable CorrectionId id, @RequestBody Withdrawal body, Caller caller) {
    return commands.change(caller, new WithdrawCorrection(id, body.why()));
  }
}
