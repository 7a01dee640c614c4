package org.defter.ingest.subject;

import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.ExternalIdentifier;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand.AbsorbSubject;
import org.defter.core.subject.SubjectCommand.IdentifySubject;
import org.defter.core.subject.SubjectCommand.MergeSubject;
import org.defter.core.subject.SubjectCommand.NameSubject;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.core.subject.SubjectKind;
import org.defter.ingest.http.Caller;
import org.defter.ingest.http.Commands;
import org.defter.ingest.http.Commands.Answer;
import org.defter.ingest.problem.UnreadableRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subjects")
class SubjectController {

  private final Commands commands;

  SubjectController(Commands commands) {
    this.commands = commands;
  }

  /**
   * The body of a new authority record; without an id it is given one.
   *
   * @param kind null when not determined yet
   */
  record NewSubject(
      @Nullable SubjectId id,
      @Nullable SubjectKind kind,
      List<Name> names,
      List<ExternalIdentifier> identifiers) {

    RegisterSubject command() {
      return new RegisterSubject(
          id == null ? new SubjectId(Commands.newId()) : id,
          kind == null ? SubjectKind.UNDETERMINED : kind,
          names,
          identifiers);
    }
  }

  /** Which record goes on, and why. */
  record Merger(SubjectId into, Reason reason) {}

  @PostMapping
  ResponseEntity<Answer> register(@RequestBody NewSubject subject, Caller caller) {
    return commands.create(caller, subject.command());
  }

  @PostMapping("/{id}/names")
  ResponseEntity<Answer> name(@PathVariable SubjectId id, @RequestBody Name name, Caller caller) {
    return commands.change(caller, new NameSubject(id, name));
  }

  @PostMapping("/{id}/identifiers")
  ResponseEntity<Answer> identify(
      @PathVariable SubjectId id, @RequestBody ExternalIdentifier identifier, Caller caller) {
    return commands.change(caller, new IdentifySubject(id, identifier));
  }

  @PostMapping("/{id}/merge")
  ResponseEntity<Answer> merge(
      @PathVariable SubjectId id, @RequestBody Merger merger, Caller caller)
      throws UnreadableRequest {
    return commands.change(
        caller,
        new AbsorbSubject(merger.into(), id, merger.reason()),
        new MergeSubject(id, caller.requiredVersion(), merger.into(), merger.reason()));
  }
}
