package org.defter.core.correction;

import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.decision.Reason;
import org.defter.core.event.Origin;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to change in a fact.
 *
 * @param fact which fact
 * @param baseVersion the version of the fact that the proposer had before them, from 1
 * @param base what the fact said at that version
 * @param proposed what it shall say
 * @param reason why
 * @param proposer who asks
 * @param onBehalfOf for whom; null when for themselves
 */
public record Proposal(
    FactId fact,
    long baseVersion,
    Statement base,
    Statement proposed,
    Reason reason,
    Actor proposer,
    @Nullable Actor onBehalfOf) {

  /**
   * Whether somebody is one of those it came from: the proposer, or the one it was proposed for.
   * Acting for one of them is the same as being one of them.
   */
  boolean isOf(Origin somebody) {
    return people(somebody.actor(), somebody.onBehalfOf())
        .anyMatch(id -> people(proposer, onBehalfOf).anyMatch(id::equals));
  }

  private static Stream<String> people(@Nullable Actor... actors) {
    return Stream.of(actors).filter(Objects::nonNull).map(Actor::id);
  }
}
