package org.defter.ingest.source;

import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SourceId;
import org.defter.core.source.Access;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.Level;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.source.SourceCommand.Reading;
import org.defter.core.source.SourceCommand.ReviseTranscription;
import org.defter.core.source.SourceCommand.SetCorrectionRule;
import org.defter.core.source.SourceDescription;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.http.Caller;
import org.defter.ingest.http.Commands;
import org.defter.ingest.http.Commands.Answer;
import org.defter.ingest.problem.UnreadableRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sources")
class SourceController {

  private final Commands commands;

  SourceController(Commands commands) {
    this.commands = commands;
  }

  /**
   * The body of a deposit; without an id it is given one. See {@link SourceDescription} for the
   * other fields.
   *
   * @param level null for an item
   * @param access null for open
   * @param transcription null when nobody has read it yet
   */
  record NewSource(
      @Nullable SourceId id,
      String title,
      @Nullable String referenceCode,
      List<String> creators,
      @Nullable Edtf date,
      List<LanguageTag> languages,
      @Nullable Level level,
      @Nullable SourceId parent,
      @Nullable Access access,
      @Nullable Reading transcription) {

    DepositSource command() {
      return new DepositSource(
          id == null ? new SourceId(Commands.newId()) : id,
          new SourceDescription(
              title,
              referenceCode,
              creators,
              date,
              languages,
              level == null ? Level.ITEM : level,
              parent,
              access == null ? Access.OPEN : access),
          transcription);
    }
  }

  /** A better reading, and what is better about it. */
  record Revision(String text, LanguageTag language, Reason reason) {}

  @PostMapping
  ResponseEntity<Answer> deposit(@RequestBody NewSource source, Caller caller) {
    return commands.create(caller, source.command());
  }

  @PutMapping("/{id}/transcription")
  ResponseEntity<Answer> revise(
      @PathVariable SourceId id, @RequestBody Revision revision, Caller caller)
      throws UnreadableRequest {
    Reading reading = new Reading(revision.text(), revision.language());
    return commands.change(
        caller, new ReviseTranscription(id, caller.requiredVersion(), reading, revision.reason()));
  }

  @PutMapping("/{id}/correction-rule")
  ResponseEntity<Answer> rule(
      @PathVariable SourceId id, @RequestBody CorrectionRule rule, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new SetCorrectionRule(id, caller.requiredVersion(), rule));
  }

  @DeleteMapping("/{id}/correction-rule")
  ResponseEntity<Answer> giveUpRule(@PathVariable SourceId id, Caller caller)
      throws UnreadableRequest {
    return commands.change(caller, new SetCorrectionRule(id, caller.requiredVersion(), null));
  }
}
