package org.defter.ingest.finding;

import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.finding.FindingCommand.LetBothStand;
import org.defter.core.finding.FindingCommand.ReopenFinding;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.id.FindingId;
import org.defter.ingest.http.Caller;
import org.defter.ingest.http.Commands;
import org.defter.ingest.http.Commands.Answer;
import org.defter.ingest.problem.UnreadableRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/findings/{id}")
class FindingController {

  private final Commands commands;

  FindingController(Commands commands) {
    this.commands = commands;
  }

  /** The two facts as they were looked at, and why both stand. */
  record BothStand(List<Seen> facts, Reason reason) {}

  /** Why. */
  record Why(Reason reason) {}

  @PostMapping("/both-stand")
  ResponseEntity<Answer> letBothStand(
      @PathVariable FindingId id, @RequestBody BothStand body, Caller caller) {
    return commands.change(caller, new LetBothStand(id, body.facts(), body.reason()));
  }

  @PostMapping("/reopen")
  ResponseEntity<Answer> reopen(@PathVariable FindingId id, @RequestBody Why why, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new ReopenFinding(id, caller.requiredVersion(), why.reason()));
  }
}
