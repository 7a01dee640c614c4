package org.defter.core.correction;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defter.core.Archive;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand;
import org.defter.core.id.Actor;
import org.defter.core.id.SourceId;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.CorrectionRule.People;
import org.jspecify.annotations.Nullable;

/**
 * Who may change a fact, by the rules of the collections it is cited from: of all of them, when
 * they are several. A fact whose sources are under no rule is changed by anybody.
 */
public final class Permission {

  private Permission() {}

  /**
   * Why somebody may not do this to a fact directly.
   *
   * <p>Rules bind what changes what the archive says, or that it counts. They leave free what adds
   * to it (recording, citing), what follows a revised transcription, and what only raises a doubt
   * (disputing), so that who may not change a fact can always say that it is wrong.
   *
   * @param fact null when it is being recorded
   * @return null when they may
   */
  public static @Nullable Refusal toChange(
      @Nullable Fact fact, FactCommand command, Actor actor, Archive archive) {
    if (fact == null) {
      return null;
    }
    @Nullable Detail instead =
        switch (command) {
          case FactCommand.RecordFact _,
              FactCommand.CiteSource _,
              FactCommand.DisputeFact _,
              FactCommand.FollowRevision _,
              FactCommand.AbsorbFact _,
              FactCommand.ApplyCorrection _ ->
              null;
          case FactCommand.CorrectFact _ -> Detail.of("rule.propose-instead");
          case FactCommand.WithdrawCitation _,
              FactCommand.ReanchorCitation _,
              FactCommand.SettleDispute _,
              FactCommand.DeprecateFact _,
              FactCommand.RetractFact _,
              FactCommand.ReinstateFact _,
              FactCommand.MergeFact _ ->
              Detail.of("rule.ask-or-dispute");
        };
    SourceId closed = instead == null ? null : closed(fact, CorrectionRule::direct, actor, archive);
    return closed == null
        ? null
        : refused("rule.may-not-change", actor, closed, Objects.requireNonNull(instead));
  }

  /** Why somebody may not accept or decline corrections of a fact; null when they may. */
  static @Nullable Refusal toReview(Fact fact, Actor actor, Archive archive) {
    SourceId closed = closed(fact, CorrectionRule::reviewers, actor, archive);
    return closed == null
        ? null
        : refused("rule.may-not-review", actor, closed, Detail.of("rule.leave-it"));
  }

  private static @Nullable SourceId closed(
      Fact fact, Function<CorrectionRule, People> who, Actor actor, Archive archive) {
    return fact.statement().citations().stream()
        .map(Citation::source)
        .distinct()
        .filter(source ->
            Stream.ofNullable(archive.correctionRule(source))
                .anyMatch(rule -> !who.apply(rule).include(actor)))
        .findFirst()
        .orElse(null);
  }

  private static Refusal refused(String key, Actor actor, SourceId source, Detail instead) {
    return new Refusal.NotAllowed(
        "Authorization", Detail.of(key, actor.id(), actor.role(), source.value(), instead));
  }
}
