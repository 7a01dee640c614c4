package org.defter.core.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.core.Archive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.Refusal;
import org.defter.core.decision.Version;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.AbsorbFact;
import org.defter.core.fact.FactCommand.ApplyCorrection;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.DeprecateFact;
import org.defter.core.fact.FactCommand.DisputeFact;
import org.defter.core.fact.FactCommand.FollowRevision;
import org.defter.core.fact.FactCommand.MergeFact;
import org.defter.core.fact.FactCommand.ReanchorCitation;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.fact.FactCommand.ReinstateFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.FactCommand.SettleDispute;
import org.defter.core.fact.FactCommand.WithdrawCitation;
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
 * @param citationsMade the highest number a citation of it ever had
 * @param into the fact it was merged into; null unless it is merged
 * @param unanchored the citations whose words were not found in a later transcription, by number:
 *     the newest revision that was searched
 */
public record Fact(
    FactId id,
    Statement statement,
    Standing standing,
    long version,
    int citationsMade,
    @Nullable FactId into,
    Map<Integer, Integer> unanchored) {

  public Fact {
    unanchored = Map.copyOf(unanchored);
  }

  /** What follows from a command. */
  public static Decision<FactEvent> decide(
      @Nullable Fact state, FactCommand command, Archive archive) {
    if (command instanceof RecordFact record) {
      return record(state, record, archive);
    }
    if (state == null) {
      return Decision.refuse(new Refusal.NotFound(command.id()));
    }
    Refusal stale = Version.check(command.expectedVersion(), state.version());
    if (stale != null) {
      return Decision.refuse(stale);
    }
    Refusal unfit = state.unfitFor(command);
    if (unfit != null) {
      return Decision.refuse(unfit);
    }
    return state.accept(command, archive);
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

  /** Why this cannot be done to a fact that stands as this one does; null when it can. */
  private @Nullable Refusal unfitFor(FactCommand command) {
    return switch (command) {
      case RecordFact _ -> throw new IllegalStateException("decided before");
      case CorrectFact _,
          ApplyCorrection _,
          CiteSource _,
          WithdrawCitation _,
          MergeFact _,
          AbsorbFact _ ->
          standing.counts() ? null : outOfUse();
      // What does not count any more may count again, and must still point at its words then; those
      // of a merged fact are with the one that goes on.
      case FollowRevision _ ->
          standing == Standing.MERGED ? nothing("fact.merged-follows-none") : null;
      case ReanchorCitation _ -> standing == Standing.MERGED ? outOfUse() : null;
      case DisputeFact _ ->
          switch (standing) {
            case ACCEPTED -> null;
            case DISPUTED -> already(Standing.DISPUTED);
            case DEPRECATED, RETRACTED, MERGED -> outOfUse();
          };
      case SettleDispute _ -> standing == Standing.DISPUTED ? null : nothing("fact.not-disputed");
      case DeprecateFact _ ->
          switch (standing) {
            case ACCEPTED, DISPUTED -> null;
            case DEPRECATED -> already(Standing.DEPRECATED);
            case RETRACTED, MERGED -> outOfUse();
          };
      case RetractFact _ ->
          switch (standing) {
            case ACCEPTED, DISPUTED, DEPRECATED -> null;
            case RETRACTED -> already(Standing.RETRACTED);
            case MERGED -> outOfUse();
          };
      case ReinstateFact _ -> standing.counts() ? nothing("fact.counts") : null;
    };
  }

  private static Refusal already(Standing standing) {
    return new Refusal.NothingChanges("standing", Detail.of("fact.already", standing.word()));
  }

  private static Refusal nothing(String key) {
    return new Refusal.NothingChanges("standing", Detail.of(key));
  }

  private Refusal outOfUse() {
    return new Refusal.NotPossibleNow(
        "standing",
        into == null
            ? Detail.of("fact.out-of-use", standing.word())
            : Detail.of("fact.merged", into.value()));
  }

  private Decision<FactEvent> accept(FactCommand command, Archive archive) {
    return switch (command) {
      case RecordFact _ -> throw new IllegalStateException("decided before");
      case CorrectFact correct -> correct(correct.changes(), correct.reason(), archive);
      case ApplyCorrection apply -> correct(apply.changesOf(statement), apply.reason(), archive);
      case CiteSource cite -> cite(cite, archive);
      case WithdrawCitation withdraw -> withdraw(withdraw);
      case DisputeFact dispute ->
          Decision.accept(
              new FactEvent.FactDisputed(id, statement, Standing.DISPUTED, dispute.reason()));
      case SettleDispute settle ->
          Decision.accept(
              new FactEvent.DisputeSettled(id, statement, Standing.ACCEPTED, settle.reason()));
      case DeprecateFact deprecate ->
          Decision.accept(
              new FactEvent.FactDeprecated(id, statement, Standing.DEPRECATED, deprecate.reason()));
      case RetractFact retract ->
          Decision.accept(
              new FactEvent.FactRetracted(id, statement, Standing.RETRACTED, retract.reason()));
      case ReinstateFact reinstate ->
          Decision.accept(
              new FactEvent.FactReinstated(id, statement, Standing.ACCEPTED, reinstate.reason()));
      case FollowRevision follow -> Anchors.follow(this, follow, archive);
      case ReanchorCitation reanchor -> Anchors.choose(this, reanchor, archive);
      case MergeFact merge -> merge(merge);
      case AbsorbFact absorb -> absorb(absorb, archive);
    };
  }

  private Decision<FactEvent> correct(Changes changes, Reason reason, Archive archive) {
    return switch (new Resolution(archive).resolve(this, changes)) {
      case Refused(var refusal) -> Decision.refuse(refusal);
      case Resolved(var corrected) when corrected.equals(statement) ->
          Decision.refuse(new Refusal.NothingChanges("changes", Detail.of("fact.same")));
      case Resolved(var corrected) ->
          Decision.accept(new FactEvent.FactCorrected(id, corrected, standing, reason));
    };
  }

  private Decision<FactEvent> cite(CiteSource command, Archive archive) {
    return switch (new Resolution(archive).resolve(this, command.citation())) {
      case Refused(var refusal) -> Decision.refuse(refusal);
      case Resolved(var cited) ->
          Decision.accept(
              new FactEvent.CitationAdded(
                  id, cited, standing, cited.citations().getLast().number()));
    };
  }

  private Decision<FactEvent> withdraw(WithdrawCitation command) {
    List<Citation> left =
        statement.citations().stream()
            .filter(citation -> citation.number() != command.citation())
            .toList();
    if (left.size() == statement.citations().size()) {
      return Decision.refuse(
          new Refusal.NotPossibleNow(
              "citation", Detail.of("fact.no-citation", command.citation())));
    }
    if (left.isEmpty()) {
      return Decision.refuse(
          new Refusal.NotPossibleNow("citation", Detail.of("fact.last-citation")));
    }
    return Decision.accept(
        new FactEvent.CitationWithdrawn(
            id, statement.citing(left), standing, command.citation(), command.reason()));
  }

  private Decision<FactEvent> merge(MergeFact command) {
    return command.into().equals(id)
        ? Decision.refuse(intoItself())
        : Decision.accept(
            new FactEvent.FactMerged(
                id, statement, Standing.MERGED, command.into(), command.reason()));
  }

  private Decision<FactEvent> absorb(AbsorbFact command, Archive archive) {
    if (command.absorbed().equals(id)) {
      return Decision.refuse(intoItself());
    }
    Fact other = archive.fact(command.absorbed());
    if (other == null) {
      return Decision.refuse(new Refusal.NotFound(command.absorbed()));
    }
    if (!other.statement.property().equals(statement.property())) {
      return Decision.refuse(
          new Refusal.NotPossibleNow("into", Detail.of("fact.of-another-property", id.value())));
    }
    List<Citation> both = new ArrayList<>(statement.citations());
    for (Citation citation : other.statement.citations()) {
      if (both.stream().noneMatch(citation::pointsAtSameWordsAs)) {
        int further = both.size() - statement.citations().size() + 1;
        both.add(citation.numbered(citationsMade + further));
      }
    }
    return both.size() > Resolution.MOST_CITATIONS
        ? Decision.refuse(Resolution.tooManyCitations("into"))
        : Decision.accept(
            new FactEvent.FactAbsorbed(
                id, statement.citing(both), standing, command.absorbed(), command.reason()));
  }

  private static Refusal intoItself() {
    return new Refusal.NotPossibleNow("into", Detail.of("fact.into-itself"));
  }

  /**
   * The fact after an event.
   *
   * @throws IllegalStateException when the event cannot follow: the log is not in order
   */
  public static Fact evolve(@Nullable Fact state, FactEvent event) {
    int cited = event.statement().citations().stream().mapToInt(Citation::number).max().orElse(0);
    if (event instanceof FactEvent.FactRecorded) {
      long first = Version.first(state, event.id());
      return new Fact(
          event.id(), event.statement(), event.standing(), first, cited, null, Map.of());
    }
    Fact before = Version.known(state, event.id());
    FactId into =
        switch (event.standing()) {
          case MERGED -> event instanceof FactEvent.FactMerged merged ? merged.into() : before.into;
          case ACCEPTED, DISPUTED, DEPRECATED, RETRACTED -> null;
        };
    return new Fact(
        event.id(),
        event.statement(),
        event.standing(),
        before.version + 1,
        Math.max(before.citationsMade, cited),
        into,
        Anchors.unanchored(before, event));
  }
}
