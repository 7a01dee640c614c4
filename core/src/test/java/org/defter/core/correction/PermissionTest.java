package org.defter.core.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.quoting;
import static org.defter.core.correction.Review.FACT;
import static org.defter.core.correction.Review.ID;
import static org.defter.core.correction.Review.MARIA;
import static org.defter.core.correction.Review.OLAF;
import static org.defter.core.correction.Review.REASON;
import static org.defter.core.correction.Review.archive;
import static org.defter.core.correction.Review.by;
import static org.defter.core.correction.Review.kindOf;
import static org.defter.core.correction.Review.lit;
import static org.defter.core.correction.Review.propose;
import static org.defter.core.correction.Review.proposed;
import static org.defter.core.correction.Review.ruled;
import static org.defter.core.correction.Review.year;

import java.util.List;
import java.util.Objects;
import org.defter.core.Archive;
import org.defter.core.FakeArchive;
import org.defter.core.Lighthouse;
import org.defter.core.correction.CorrectionCommand.AcceptCorrection;
import org.defter.core.correction.CorrectionCommand.DeclineCorrection;
import org.defter.core.correction.CorrectionEvent.CorrectionAccepted;
import org.defter.core.correction.CorrectionEvent.CorrectionProposed;
import org.defter.core.decision.Refusal;
import org.defter.core.event.Origin;
import org.defter.core.fact.FactCommand;
import org.defter.core.id.SourceId;
import org.defter.core.source.Access;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.CorrectionRule.People;
import org.defter.core.source.Level;
import org.defter.core.source.SourceDescription;
import org.defter.core.source.SourceEvent.CorrectionRuleSet;
import org.defter.core.source.SourceEvent.SourceDeposited;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionTest {

  private static final Origin CURATOR = by("carl", "curator");
  private static final Origin REVIEWER = by("rita", "reviewer");
  private static final SourceId FONDS = new SourceId("fonds");
  private static final SourceId SERIES = new SourceId("series");
  private static final SourceId ITEM = new SourceId("item");

  private static final FactCommand CORRECT =
      new FactCommand.CorrectFact(FACT, 1L, year("1881"), REASON);

  private static @Nullable Refusal asked(FactCommand command, Origin by, Archive archive) {
    return Permission.toChange(archive.fact(FACT), command, by.actor(), archive);
  }

  @Test
  void anybodyChangesWhatIsUnderNoRule() {
    assertThat(asked(CORRECT, MARIA, archive())).isNull();
  }

  @Test
  void onlyThoseTheRuleNamesChangeDirectly() {
    FakeArchive archive = archive(ruled());

    assertThat(asked(CORRECT, CURATOR, archive)).isNull();
    assertThat(asked(CORRECT, by("anna", "volunteer"), archive)).isNull();
    assertThat(asked(CORRECT, OLAF, archive))
        .isInstanceOfSatisfying(
            Refusal.NotAllowed.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("Authorization");
              assertThat(refusal.detail().toString()).contains("olaf", "log-book", "propose=true");
            });
  }

  @Test
  void theRuleBindsWhateverChangesWhatTheFactSaysOrThatItCounts() {
    FakeArchive archive = archive(ruled());
    for (FactCommand command :
        List.of(
            new FactCommand.WithdrawCitation(FACT, 1L, 1, REASON),
            new FactCommand.SettleDispute(FACT, 1L, REASON),
            new FactCommand.DeprecateFact(FACT, 1L, REASON),
            new FactCommand.RetractFact(FACT, 1L, REASON),
            new FactCommand.ReinstateFact(FACT, 1L, REASON),
            new FactCommand.MergeFact(FACT, 1L, FACT, REASON))) {
      assertThat(asked(command, OLAF, archive))
          .as(command.toString())
          .isInstanceOfSatisfying(
              Refusal.NotAllowed.class,
              refusal -> assertThat(refusal.detail().toString()).contains("dispute"));
    }
  }

  @Test
  void theRuleLeavesFreeWhatAddsEvidenceOrDoubt() {
    FakeArchive archive = archive(ruled());
    for (FactCommand command :
        List.of(
            new FactCommand.DisputeFact(FACT, 1L, REASON),
            new FactCommand.CiteSource(FACT, 1L, quoting("Anna Berg")),
            new FactCommand.AbsorbFact(FACT, FACT, REASON),
            new FactCommand.ApplyCorrection(FACT, 1L, lit("1887"), lit("1881"), null, REASON))) {
      assertThat(asked(command, OLAF, archive)).as(command.toString()).isNull();
    }
  }

  @Test
  void anybodyProposesAndOnlyReviewersReview() {
    FakeArchive archive = archive(ruled());
    AcceptCorrection accept = new AcceptCorrection(ID, 1L, null, null);

    assertThat(kindOf(Correction.decide(null, propose(1L, year("1881")), MARIA, archive)))
        .isEqualTo(CorrectionProposed.class);
    assertThat(kindOf(Correction.decide(proposed(MARIA), accept, CURATOR, archive)))
        .isEqualTo(Refusal.NotAllowed.class);
    assertThat(
            kindOf(
                Correction.decide(
                    proposed(MARIA), new DeclineCorrection(ID, "no"), CURATOR, archive)))
        .isEqualTo(Refusal.NotAllowed.class);
    assertThat(kindOf(Correction.decide(proposed(MARIA), accept, REVIEWER, archive)))
        .isEqualTo(CorrectionAccepted.class);
    assertThat(kindOf(Correction.decide(proposed(REVIEWER), accept, REVIEWER, archive)))
        .as("not even a reviewer reviews what is their own")
        .isEqualTo(Refusal.NotAllowed.class);
  }

  @Test
  void whoMayCorrectReviewsWhereNobodyElseIsNamed() {
    CorrectionRule rule = new CorrectionRule(new People(List.of("curator"), List.of()), null);

    assertThat(rule.reviewers().include(CURATOR.actor())).isTrue();
    assertThat(rule.reviewers().include(REVIEWER.actor())).isFalse();
  }

  @Test
  void theNearestRuleUpTheHierarchyApplies() {
    FakeArchive archive =
        FakeArchive.after(
            deposited(FONDS, null),
            deposited(SERIES, FONDS),
            deposited(ITEM, SERIES),
            rule(FONDS, "head"));

    assertThat(role(archive, ITEM)).isEqualTo("head");
    assertThat(role(archive, FONDS)).isEqualTo("head");
    FakeArchive nearer =
        FakeArchive.after(
            deposited(FONDS, null),
            deposited(SERIES, FONDS),
            deposited(ITEM, SERIES),
            rule(FONDS, "head"),
            rule(SERIES, "clerk"));
    assertThat(role(nearer, ITEM)).isEqualTo("clerk");
    assertThat(role(nearer, FONDS)).isEqualTo("head");
  }

  @Test
  void refusesARuleByWhichNobodyCouldEverCorrect() {
    People nobody = new People(List.of(), List.of());
    People somebody = new People(List.of("reviewer"), List.of());

    assertThatThrownBy(() -> new CorrectionRule(nobody, null))
        .isInstanceOfSatisfying(
            InvalidValue.class, refused -> assertThat(refused.field()).isEqualTo("review"));
    assertThatThrownBy(() -> new CorrectionRule(somebody, nobody)).isInstanceOf(InvalidValue.class);
    assertThat(new CorrectionRule(nobody, somebody).direct().include(REVIEWER.actor())).isFalse();
  }

  private static String role(Archive archive, SourceId source) {
    return Objects.requireNonNull(archive.correctionRule(source)).direct().roles().getFirst();
  }

  private static SourceDeposited deposited(SourceId id, @Nullable SourceId parent) {
    return new SourceDeposited(id, below(parent), null);
  }

  private static CorrectionRuleSet rule(SourceId id, String role) {
    return new CorrectionRuleSet(
        id,
        below(id.equals(SERIES) ? FONDS : null),
        null,
        new CorrectionRule(new People(List.of(role), List.of()), null));
  }

  private static SourceDescription below(@Nullable SourceId parent) {
    return new SourceDescription(
        Lighthouse.described("Papers").title(),
        null,
        List.of(),
        null,
        List.of(),
        parent == null ? Level.FONDS : Level.FILE,
        parent,
        Access.OPEN);
  }
}
