package org.defter.core.fact;

import java.util.List;
import org.defter.core.Archive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.decision.Version;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.fact.FactCommand.ReinstateFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.Resolution.Refused;
import org.defter.core.fact.Resolution.Resolved;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;

/**
 * What a source says, as the archive knows it now.
 *
 * @param id its name
 * @param statement what it says and what supports it
 * @param standing whether it counts
 * @param version how many events led here
 */
public record Fact(FactId id, Statement statement, Standing standing, long version) {

  /** What follows from a command. */
  public static Decision<FactEvent> decide(
      @Nullable Fact state, FactCommand command, Archive archive) {
    if (command instanceof RecordFact record) {
      return record(state, record, archive);
    }
    if (state == null) {
      return Decision.refuse(new Refusal.NotFound(command.id()));
    }
    Refusal stale = Version.check(expectedVersion(command), state.version());
    if (stale != null) {
      return Decision.refuse(stale);
    }
    return switch (command) {
      case RecordFact _ -> throw new IllegalStateException("decided above");
      case CorrectFact correct -> state.correct(correct, archive);
      case CiteSource cite -> state.cite(cite, archive);
      case RetractFact retract -> state.retract(retract);
      case ReinstateFact reinstate -> state.reinstate(reinstate);
    };
  }

  private static @Nullable Long expectedVersion(FactCommand command) {
    return switch (command) {
      case RecordFact _ -> null;
      case CorrectFact correct -> correct.expectedVersion();
      case CiteSource cite -> cite.expectedVersion();
      case RetractFact retract -> retract.expectedVersion();
      case ReinstateFact reinstate -> reinstate.expectedVersion();
    };
  }

  private static Decision<FactEvent> record(
      @Nullable Fact state, RecordFact command, Archive archive) {
    if (state != null) {
      return Decision.refuse(new Refusal.AlreadyExists(command.id()));
    }
    return switch (new Resolution(archive).resolve(command.draft())) {
      case Refused(var refusal) -> Decision.refuse(refusal);
      case Resolved(var statement) ->
          Decision.accept(new FactEvent.FactRecorded(command.id(), statement, Standing.ACCEPTED));
    };
  }

  private Decision<FactEvent> correct(CorrectFact command, Archive archive) {
    if (standing == Standing.RETRACTED) {
      return Decision.refuse(retractedAlready());
    }
    return switch (new Resolution(archive).resolve(statement, command.changes())) {
      case Refused(var refusal) -> Decision.refuse(refusal);
      case Resolved(var corrected) when corrected.equals(statement) ->
          Decision.refuse(
              new Refusal.NothingChanges("changes", "the fact says exactly this already"));
      case Resolved(var corrected) ->
          Decision.accept(new FactEvent.FactCorrected(id, corrected, standing, command.reason()));
    };
  }

  private Decision<FactEvent> cite(CiteSource command, Archive archive) {
    if (standing == Standing.RETRACTED) {
      return Decision.refuse(retractedAlready());
    }
    return switch (new Resolution(archive)
        .resolve(statement, List.of(command.citation()), "citation")) {
      case Refused(var refusal) -> Decision.refuse(refusal);
      case Resolved(var cited) ->
          Decision.accept(
              new FactEvent.CitationAdded(
                  id, cited, standing, cited.citations().getLast().number()));
    };
  }

  private Decision<FactEvent> retract(RetractFact command) {
    return standing == Standing.RETRACTED
        ? Decision.refuse(new Refusal.NothingChanges("standing", "the fact is retracted already"))
        : Decision.accept(
            new FactEvent.FactRetracted(id, statement, Standing.RETRACTED, command.reason()));
  }

  private Decision<FactEvent> reinstate(ReinstateFact command) {
    return standing == Standing.RETRACTED
        ? Decision.accept(
            new FactEvent.FactReinstated(id, statement, Standing.ACCEPTED, command.reason()))
        : Decision.refuse(
            new Refusal.NothingChanges(
                "standing", "the fact is not retracted: there is nothing to reinstate"));
  }

  private static Refusal retractedAlready() {
    return new Refusal.NotPossibleNow("standing", "the fact is retracted: reinstate it first");
  }

  /**
   * The fact after an event.
   *
   * @throws IllegalStateException when the event cannot follow: the log is not in order
   */
  public static Fact evolve(@Nullable Fact state, FactEvent event) {
    long version =
        switch (event) {
          case FactEvent.FactRecorded _ -> Version.first(state, event.id());
          case FactEvent.FactCorrected _,
              FactEvent.CitationAdded _,
              FactEvent.FactRetracted _,
              FactEvent.FactReinstated _ ->
              Version.known(state, event.id()).version() + 1;
        };
    return new Fact(event.id(), event.statement(), event.standing(), version);
  }
}
