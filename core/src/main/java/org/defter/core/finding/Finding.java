package org.defter.core.finding;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.Archive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.decision.Version;
import org.defter.core.detail.Detail;
import org.defter.core.fact.Fact;
import org.defter.core.finding.FindingCommand.LetBothStand;
import org.defter.core.finding.FindingCommand.ReopenFinding;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.finding.FindingEvent.BothLetStand;
import org.defter.core.finding.FindingEvent.FindingReopened;
import org.defter.core.id.FindingId;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about two facts that contradict or repeat each other. That they do is found when
 * it is asked for, and kept nowhere; only a decision about it is.
 *
 * @param id its name
 * @param facts what the two said when it was decided
 * @param bothStand whether both stand as they were
 * @param version how many events led here
 */
public record Finding(FindingId id, List<Said> facts, boolean bothStand, long version) {

  /** What follows from a command. */
  public static Decision<FindingEvent> decide(
      @Nullable Finding state, FindingCommand command, Archive archive) {
    return switch (command) {
      case LetBothStand both -> letBothStand(state, both, archive);
      case ReopenFinding reopen ->
          state == null
              ? Decision.refuse(new Refusal.NotFound(command.id()))
              : state.reopen(reopen);
    };
  }

  private static Decision<FindingEvent> letBothStand(
      @Nullable Finding state, LetBothStand command, Archive archive) {
    List<Said> said = new ArrayList<>();
    for (Seen seen : command.facts()) {
      String field = "facts[" + said.size() + "]";
      Fact fact = archive.fact(seen.id());
      if (fact == null) {
        return Decision.refuse(new Refusal.UnknownReference(field + ".id", seen.id()));
      }
      Refusal unfit = unfit(field, seen, fact);
      if (unfit != null) {
        return Decision.refuse(unfit);
      }
      said.add(Said.by(fact));
    }
    if (!said.getFirst().property().equals(said.getLast().property())) {
      return Decision.refuse(
          new Refusal.NotPossibleNow("facts", Detail.of("finding.two-properties")));
    }
    if (state != null && state.bothStand && state.facts.equals(said)) {
      return Decision.refuse(
          new Refusal.NothingChanges("facts", Detail.of("finding.said-already")));
    }
    return Decision.accept(new BothLetStand(command.id(), said, command.reason()));
  }

  private static @Nullable Refusal unfit(String field, Seen seen, Fact fact) {
    if (seen.version() != fact.version()) {
      return new Refusal.NotPossibleNow(
          field + ".version",
          Detail.of("finding.fact-moved", fact.id().value(), fact.version(), seen.version()));
    }
    return fact.standing().counts()
        ? null
        : new Refusal.NotPossibleNow(
            field, Detail.of("finding.fact-out-of-use", fact.id().value(), fact.standing().word()));
  }

  private Decision<FindingEvent> reopen(ReopenFinding command) {
    Refusal stale = Version.check(command.expectedVersion(), version);
    if (stale != null) {
      return Decision.refuse(stale);
    }
    return bothStand
        ? Decision.accept(new FindingReopened(id, facts, command.reason()))
        : Decision.refuse(new Refusal.NothingChanges("id", Detail.of("finding.open")));
  }

  /**
   * The finding after an event.
   *
   * @throws IllegalStateException when the event cannot follow: the log is not in order
   */
  public static Finding evolve(@Nullable Finding state, FindingEvent event) {
    return switch (event) {
      case BothLetStand stand ->
          new Finding(event.id(), stand.facts(), true, state == null ? 1 : state.version() + 1);
      case FindingReopened reopened ->
          new Finding(
              event.id(), reopened.facts(), false, Version.known(state, event.id()).version() + 1);
    };
  }
}
