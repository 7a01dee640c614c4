package org.defter.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.LIGHTHOUSE;
import static org.defter.core.Lighthouse.LIT;
import static org.defter.core.Lighthouse.date;

import java.util.List;
import org.defter.core.FakeArchive;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.finding.FindingCommand.LetBothStand;
import org.defter.core.finding.FindingCommand.ReopenFinding;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.finding.FindingEvent.BothLetStand;
import org.defter.core.finding.FindingEvent.FindingReopened;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.PropertyId;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

  private static final FactId ONE = new FactId("f1");
  private static final FactId OTHER = new FactId("f2");
  private static final FindingId ID = FindingId.about(ONE, OTHER);
  private static final Reason REASON = new Reason(ReasonType.OTHER, "two lamps");
  private static final LetBothStand LET_BOTH_STAND = lettingStand(1, 1);
  private static final BothLetStand STAND =
      new BothLetStand(ID, List.of(said(ONE, 1, "1887"), said(OTHER, 1, "1881")), REASON);
  private static final FindingReopened REOPENED = new FindingReopened(ID, STAND.facts(), REASON);

  private static final FactEvent FIRST = recorded(ONE, "1887");
  private static final FactEvent SECOND = recorded(OTHER, "1881");

  @Test
  void isNamedByItsFactsInEitherOrder() {
    assertThat(ID).isEqualTo(FindingId.about(OTHER, ONE));
    assertThat(ID).isNotEqualTo(FindingId.about(ONE, new FactId("f3")));
    assertThat(FindingId.about(new FactId("a"), new FactId("b.c")))
        .isNotEqualTo(FindingId.about(new FactId("a.b"), new FactId("c")));
  }

  @Test
  void keepsWhatBothSaidWhenTheyWereLetStand() {
    assertThat(Finding.decide(null, LET_BOTH_STAND, archive(FIRST, SECOND)))
        .isEqualTo(Decision.accept(STAND));
    assertThat(Finding.evolve(null, STAND)).isEqualTo(new Finding(ID, STAND.facts(), true, 1));
    assertThat(STAND.why()).isEqualTo(REASON);
  }

  @Test
  void refusesAFactThatIsNotThere() {
    assertThat(Finding.decide(null, LET_BOTH_STAND, archive(FIRST)))
        .isEqualTo(Decision.refuse(new Refusal.UnknownReference("facts[1].id", OTHER)));
  }

  @Test
  void refusesAFactThatWasChangedSinceItWasLookedAt() {
    assertThat(refusal(null, LET_BOTH_STAND, FIRST, SECOND, corrected(OTHER, "1882", null)))
        .isEqualTo(
            new Refusal.NotPossibleNow(
                "facts[1].version", Detail.of("finding.fact-moved", "f2", 2L, 1L)));
  }

  @ParameterizedTest
  @EnumSource
  void asksOnlyAboutFactsThatCount(Standing standing) {
    FactEvent now = new FactEvent.FactCorrected(ONE, saying(LIT, "1887", null), standing, REASON);

    assertThat(
            Finding.decide(null, lettingStand(2, 1), archive(FIRST, SECOND, now))
                instanceof Decision.Accepted)
        .isEqualTo(standing.counts());
  }

  @Test
  void refusesTwoFactsOfDifferentProperties() {
    FactEvent other =
        new FactEvent.FactRecorded(
            OTHER, saying(Lighthouse.KEPT_BY, "1881", null), Standing.ACCEPTED);

    assertThat(refusal(null, LET_BOTH_STAND, FIRST, other))
        .isInstanceOf(Refusal.NotPossibleNow.class);
  }

  @Test
  void saysItOnce() {
    assertThat(refusal(after(STAND), LET_BOTH_STAND, FIRST, SECOND))
        .isInstanceOf(Refusal.NothingChanges.class);
  }

  @Test
  void saysItAgainOfWhatWasChangedSince() {
    FactEvent corrected = corrected(OTHER, "1882", "1882/..");

    assertThat(Finding.decide(after(STAND), lettingStand(1, 2), archive(FIRST, SECOND, corrected)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(STAND.facts().getLast().holdsFor(corrected.statement())).isFalse();
    assertThat(STAND.facts().getLast().holdsFor(saying(LIT, "1881", "1882/.."))).isFalse();
    assertThat(STAND.facts().getLast().holdsFor(SECOND.statement())).isTrue();
  }

  @Test
  void takesItBack() {
    assertThat(Finding.decide(after(STAND), new ReopenFinding(ID, 1L, REASON), archive()))
        .isEqualTo(Decision.accept(REOPENED));
    assertThat(after(STAND, REOPENED)).isEqualTo(new Finding(ID, STAND.facts(), false, 2));
    assertThat(Finding.decide(after(STAND, REOPENED), LET_BOTH_STAND, archive(FIRST, SECOND)))
        .isEqualTo(Decision.accept(STAND));
    assertThat(after(STAND, REOPENED, STAND).version()).isEqualTo(3);
  }

  @Test
  void refusesToTakeBackWhatIsNotSaid() {
    assertThat(refusal(null, new ReopenFinding(ID, null, REASON)))
        .isEqualTo(new Refusal.NotFound(ID));
    assertThat(refusal(after(STAND, REOPENED), new ReopenFinding(ID, 2L, REASON)))
        .isInstanceOf(Refusal.NothingChanges.class);
    assertThat(refusal(after(STAND), new ReopenFinding(ID, 7L, REASON)))
        .isEqualTo(new Refusal.StaleVersion(7, 1));
  }

  @Test
  void isAboutTwoFactsAndTheOnesItIsNamedBy() {
    assertThatThrownBy(() -> new LetBothStand(ID, List.of(new Seen(ONE, 1)), REASON))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () -> new LetBothStand(ID, List.of(new Seen(ONE, 1), new Seen(ONE, 1)), REASON))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() ->
            new LetBothStand(ID, List.of(new Seen(ONE, 1), new Seen(new FactId("f3"), 1)), REASON))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("two other facts");
  }

  @Test
  void isNotReopenedBeforeItBegins() {
    assertThatThrownBy(() -> Finding.evolve(null, REOPENED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("changes before it begins");
  }

  private static @Nullable Refusal refusal(
      @Nullable Finding state, FindingCommand command, ArchiveEvent... events) {
    return switch (Finding.decide(state, command, archive(events))) {
      case Decision.Accepted<FindingEvent> _ -> null;
      case Decision.Refused<FindingEvent>(var refusal) -> refusal;
    };
  }

  private static Finding after(FindingEvent first, FindingEvent... later) {
    Finding finding = Finding.evolve(null, first);
    for (FindingEvent event : later) {
      finding = Finding.evolve(finding, event);
    }
    return finding;
  }

  private static FakeArchive archive(ArchiveEvent... events) {
    return FakeArchive.after(events);
  }

  private static LetBothStand lettingStand(long one, long other) {
    return new LetBothStand(ID, List.of(new Seen(ONE, one), new Seen(OTHER, other)), REASON);
  }

  private static Said said(FactId fact, long version, String year) {
    return new Said(fact, version, LIGHTHOUSE, LIT, date(year), null);
  }

  private static FactEvent recorded(FactId id, String year) {
    return new FactEvent.FactRecorded(id, saying(LIT, year, null), Standing.ACCEPTED);
  }

  private static FactEvent corrected(FactId id, String year, @Nullable String valid) {
    return new FactEvent.FactCorrected(id, saying(LIT, year, valid), Standing.ACCEPTED, REASON);
  }

  private static Statement saying(PropertyId property, String year, @Nullable String valid) {
    return new Statement(
        LIGHTHOUSE,
        property,
        date(year),
        List.of(),
        valid == null ? null : Edtf.parse(valid),
        Certainty.CERTAIN,
        List.of(),
        "common knowledge");
  }
}
