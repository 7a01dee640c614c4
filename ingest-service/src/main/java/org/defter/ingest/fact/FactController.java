package org.defter.ingest.fact;

import java.util.List;
import org.defter.core.correction.CorrectionCommand.ProposeCorrection;
import org.defter.core.decision.Reason;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand.AbsorbFact;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.DeprecateFact;
import org.defter.core.fact.FactCommand.DisputeFact;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.fact.FactCommand.MergeFact;
import org.defter.core.fact.FactCommand.ReanchorCitation;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.fact.FactCommand.ReinstateFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.FactCommand.SettleDispute;
import org.defter.core.fact.FactCommand.WithdrawCitation;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Quote;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.Value;
import org.defter.ingest.http.Caller;
import org.defter.ingest.http.Commands;
import org.defter.ingest.http.Commands.Answer;
import org.defter.ingest.problem.UnreadableRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/facts")
class FactController {

  private final Commands commands;

  FactController(Commands commands) {
    this.commands = commands;
  }

  /**
   * The body of a new fact; without an id it is given one. See {@link Draft} for the other fields.
   */
  record NewFact(
      @Nullable FactId id,
      SubjectId subject,
      PropertyId property,
      Value value,
      List<Qualifier> qualifiers,
      @Nullable Edtf valid,
      @Nullable Certainty certainty,
      List<CitationDraft> citations,
      @Nullable String uncitedReason) {

    RecordFact command() {
      return new RecordFact(
          id == null ? new FactId(Commands.newId()) : id,
          new Draft(
              subject, property, value, qualifiers, valid, certainty, citations, uncitedReason));
    }
  }

  /**
   * What to change, and why.
   *
   * @param id the name a proposal shall have; null to be given one
   */
  record Correction(@Nullable CorrectionId id, Changes changes, Reason reason) {

    CorrectFact direct(FactId fact, @Nullable Long version) {
      if (id != null) {
        throw new InvalidValue("id", Detail.of("ingest.request.only-proposals-have-ids"));
      }
      return new CorrectFact(fact, version, changes, reason);
    }

    ProposeCorrection proposed(FactId fact, @Nullable Long version) {
      return new ProposeCorrection(
          id == null ? new CorrectionId(Commands.newId()) : id, fact, version, changes, reason);
    }
  }

  /** Why. */
  record Why(Reason reason) {}

  /**
   * The words a citation is to point at.
   *
   * @param revision the transcription revision they are in; null for the newest
   * @param reason why these; null where that needs no words
   */
  record Choice(Quote quote, @Nullable Integer revision, @Nullable Reason reason) {}

  /** Which fact goes on, and why. */
  record Merger(FactId into, Reason reason) {}

  @PostMapping
  ResponseEntity<Answer> record(@RequestBody NewFact fact, Caller caller) {
    return commands.create(caller, fact.command());
  }

  @PostMapping("/{id}/corrections")
  ResponseEntity<Answer> correct(
      @PathVariable FactId id,
      @RequestParam(defaultValue = "false") boolean propose,
      @RequestBody Correction body,
      Caller caller)
      throws UnreadableRequest {
    Long version = caller.requiredVersion();
    return propose
        ? commands.create(caller, body.proposed(id, version))
        : commands.change(caller, body.direct(id, version));
  }

  @PostMapping("/{id}/citations")
  ResponseEntity<Answer> cite(
      @PathVariable FactId id, @RequestBody CitationDraft citation, Caller caller) {
    return commands.change(caller, new CiteSource(id, caller.expectedVersion(), citation));
  }

  @DeleteMapping("/{id}/citations/{citation}")
  ResponseEntity<Answer> withdrawCitation(
      @PathVariable FactId id, @PathVariable int citation, @RequestBody Why why, Caller caller)
      throws UnreadableRequest {
    return commands.change(
        caller, new WithdrawCitation(id, caller.requiredVersion(), citation, why.reason()));
  }

  @PostMapping("/{id}/citations/{citation}/reanchor")
  ResponseEntity<Answer> reanchor(
      @PathVariable FactId id,
      @PathVariable int citation,
      @RequestBody Choice choice,
      Caller caller)
      throws UnreadableRequest {
    return commands.change(
        caller,
        new ReanchorCitation(
            id,
            caller.requiredVersion(),
            citation,
            choice.revision(),
            choice.quote(),
            choice.reason()));
  }

  @PostMapping("/{id}/dispute")
  ResponseEntity<Answer> dispute(@PathVariable FactId id, @RequestBody Why why, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new DisputeFact(id, caller.requiredVersion(), why.reason()));
  }

  @PostMapping("/{id}/settle")
  ResponseEntity<Answer> settle(@PathVariable FactId id, @RequestBody Why why, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new SettleDispute(id, caller.requiredVersion(), why.reason()));
  }

  @PostMapping("/{id}/deprecate")
  ResponseEntity<Answer> deprecate(@PathVariable FactId id, @RequestBody Why why, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new DeprecateFact(id, caller.requiredVersion(), why.reason()));
  }

  @PostMapping("/{id}/retract")
  ResponseEntity<Answer> retract(@PathVariable FactId id, @RequestBody Why why, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new RetractFact(id, caller.requiredVersion(), why.reason()));
  }

  @PostMapping("/{id}/reinstate")
  ResponseEntity<Answer> reinstate(@PathVariable FactId id, @RequestBody Why why, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new ReinstateFact(id, caller.requiredVersion(), why.reason()));
  }

  @PostMapping("/{id}/merge")
  ResponseEntity<Answer> merge(@PathVariable FactId id, @RequestBody Merger merger, Caller caller)
      throws UnreadableRequest {
    return commands.change(
        caller,
        new AbsorbFact(merger.into(), id, merger.reason()),
        new MergeFact(id, caller.requiredVersion(), merger.into(), merger.reason()));
  }
}
