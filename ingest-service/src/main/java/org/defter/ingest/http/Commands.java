package org.defter.ingest.http;

import com.fasterxml.uuid.Generators;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Refusal;
import org.defter.core.event.FieldChange;
import org.defter.core.event.Receipt;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.ingest.command.CommandExecutor;
import org.defter.ingest.command.FactLookup;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;
import org.defter.ingest.problem.RefusedCommand;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Has a command carried out, and says what became of it. */
@Component
public class Commands {

  private final CommandExecutor executor;
  private final FactLookup facts;

  Commands(CommandExecutor executor, FactLookup facts) {
    this.executor = executor;
    this.facts = facts;
  }

  /**
   * The body of every answer.
   *
   * @param id what was created or changed
   * @param version its version now, from 1
   * @param receipt give it to a read as {@code ?after=} to be shown at least this
   */
  public record Answer(String id, long version, String receipt) {

    /** What a receipt says. */
    public static Answer of(Receipt receipt) {
      return new Answer(receipt.id().value(), receipt.version(), receipt.token());
    }
  }

  /** An identifier for something that was not given one: a UUID of version 7 (RFC 9562). */
  public static String newId() {
    return Generators.timeBasedEpochGenerator().generate().toString();
  }

  /**
   * Carries out a command that creates something: 201 with its address.
   *
   * @throws RefusedCommand when it is refused
   */
  public ResponseEntity<Answer> create(Caller caller, ArchiveCommand command) {
    Receipt receipt =
        receipt(command, executor.execute(new Request(command, caller.origin()), caller.key()));
    return ResponseEntity.created(address(receipt.id()))
        .eTag(etag(receipt))
        .body(Answer.of(receipt));
  }

  /**
   * Carries out a command that changes something: 200 with its new version.
   *
   * @throws RefusedCommand when it is refused
   */
  public ResponseEntity<Answer> change(Caller caller, ArchiveCommand command) {
    return changed(command, executor.execute(new Request(command, caller.origin()), caller.key()));
  }

  /**
   * Carries out commands that belong together, all or none: 200 with the new version of what the
   * last one changes.
   *
   * @throws RefusedCommand when one of them is refused
   */
  public ResponseEntity<Answer> change(Caller caller, ArchiveCommand first, ArchiveCommand last) {
    List<Request> both =
        Stream.of(first, last).map(command -> new Request(command, caller.origin())).toList();
    return changed(last, executor.executeAsOne(both, caller.key()));
  }

  private ResponseEntity<Answer> changed(ArchiveCommand command, Outcome outcome) {
    Receipt receipt = receipt(command, outcome);
    return ResponseEntity.ok()
        .location(address(receipt.id()))
        .eTag(etag(receipt))
        .body(Answer.of(receipt));
  }

  private Receipt receipt(ArchiveCommand command, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Receipt receipt) -> receipt;
      case Outcome.Refused(var refusal) ->
          throw new RefusedCommand(refusal, changesBehind(refusal, command.id()));
    };
  }

  /** Whoever was too late is told what the others did meanwhile. */
  private List<FieldChange> changesBehind(Refusal refusal, ArchiveId id) {
    if (!(id instanceof FactId fact)) {
      return List.of();
    }
    return switch (refusal) {
      case Refusal.StaleVersion(long expected, long current) ->
          facts.changes(fact, expected, current);
      case Refusal.FactMoved(long base, long current) -> facts.changes(fact, base, current);
      default -> List.of();
    };
  }

  private static URI address(ArchiveId id) {
    String collection =
        switch (id) {
          case CorrectionId _ -> "corrections";
          case FactId _ -> "facts";
          case FindingId _ -> "findings";
          case PropertyId _ -> "properties";
          case SourceId _ -> "sources";
          case SubjectId _ -> "subjects";
        };
    return URI.create("/api/v1/" + collection + "/" + id.value());
  }

  private static String etag(Receipt receipt) {
    return "\"" + receipt.version() + "\"";
  }
}
