package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.ENGLISH;
import static org.defter.core.Lighthouse.LOG;
import static org.defter.core.Lighthouse.PHOTOGRAPH;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import java.util.Map;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.FollowRevision;
import org.defter.core.fact.FactCommand.ReanchorCitation;
import org.defter.core.fact.FactEvent.CitationReanchored;
import org.defter.core.fact.FactEvent.CitationUnanchored;
import org.defter.core.fact.FactEvent.CitationWithdrawn;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.id.FactId;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowRevisionTest {

  private static final FactId ID = new FactId("f1");
  private static final Reason REASON = new Reason(ReasonType.TRANSCRIPTION_ERROR, null);
  private static final Citation OIL =
      new Citation(
          3,
          LOG,
          new Passage(1, ENGLISH, 3, "It burned oil until 1931", "", ".", 74, 98),
          "a note",
          Certainty.LOW);
  private static final Passage OIL_NOW =
      new Passage(2, ENGLISH, 2, "It burned oil until 1931", "", ".", 40, 64);
  private static final Passage YEAR_NOW =
      new Passage(2, ENGLISH, 1, "lit in 1881", "The lamp on Cape North was ", ".", 27, 38);
  private static final Fact RECORDED =
      recorded(litIn1887(List.of(yearCitation(1), keeperCitation(2), OIL)));
  private static final Statement MOVED =
      litIn1887(List.of(yearCitation(1), keeperCitation(2), OIL.at(OIL_NOW)));

  private static final CitationUnanchored YEAR_UNANCHORED =
      unanchored(RECORDED.statement(), 1, YEAR_NOW);
  private static final CitationUnanchored KEEPER_UNANCHORED = unanchored(RECORDED.statement(), 2);
  private static final CitationReanchored OIL_REANCHORED =
      new CitationReanchored(ID, MOVED, Standing.ACCEPTED, 3, 1, null);
  private static final Fact FOLLOWED =
      after(RECORDED, YEAR_UNANCHORED, KEEPER_UNANCHORED, OIL_REANCHORED);

  @Test
  void movesWhatIsFoundAndReportsTheRest() {
    assertThat(following(RECORDED, 2))
        .isEqualTo(
            new Decision.Accepted<>(List.of(YEAR_UNANCHORED, KEEPER_UNANCHORED, OIL_REANCHORED)));
    assertThat(FOLLOWED.statement()).isEqualTo(MOVED);
    assertThat(FOLLOWED.unanchored()).isEqualTo(Map.of(1, 2, 2, 2));
    assertThat(FOLLOWED.version()).isEqualTo(4);
  }

  @Test
  void doesNothingTwice() {
    assertThat(following(FOLLOWED, 2)).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused<FactEvent>) following(FOLLOWED, 2)).refusal())
        .isInstanceOf(Refusal.NothingChanges.class);
    Fact halfDone = after(RECORDED, YEAR_UNANCHORED);
    assertThat(following(halfDone, 2))
        .isEqualTo(new Decision.Accepted<>(List.of(KEEPER_UNANCHORED, OIL_REANCHORED)));
  }

  @Test
  void leavesOtherSourcesAlone() {
    assertThat(Fact.decide(RECORDED, new FollowRevision(ID, PHOTOGRAPH, 2), Lighthouse.archive()))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void followsAlsoWhatDoesNotCountAnyMore() {
    Fact retracted =
        after(
            RECORDED,
            new FactEvent.FactRetracted(ID, RECORDED.statement(), Standing.RETRACTED, REASON));

    assertThat(following(retracted, 2)).isInstanceOf(Decision.Accepted.class);
    assertThat(((Decision.Accepted<FactEvent>) following(retracted, 2)).events())
        .extracting(FactEvent::standing)
        .containsOnly(Standing.RETRACTED);
  }

  @Test
  void refusesARevisionThatIsNotThere() {
    assertThat(following(RECORDED, 3))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NotPossibleNow(
                    "revision", Detail.of("source.no-revision", "log-book", 3))));
  }

  @Test
  void aPersonPointsItAtOtherWords() {
    Statement chosen = MOVED.moving(yearCitation(1), YEAR_NOW);
    CitationReanchored event = new CitationReanchored(ID, chosen, Standing.ACCEPTED, 1, 1, REASON);

    assertThat(choosing(FOLLOWED, 4L, 1, null, "lit in 1881")).isEqualTo(Decision.accept(event));
    assertThat(after(FOLLOWED, event).unanchored()).isEqualTo(Map.of(2, 2));
  }

  @Test
  void aCitationThatIsWithdrawnIsLookedForNoMore() {
    Fact withdrawn =
        after(
            FOLLOWED,
            new CitationWithdrawn(
                ID,
                litIn1887(List.of(yearCitation(1), OIL.at(OIL_NOW))),
                Standing.ACCEPTED,
                2,
                REASON));

    assertThat(withdrawn.unanchored()).isEqualTo(Map.of(1, 2));
  }

  @Test
  void refusesAChoiceThatPointsAtNoOnePlace() {
    assertThat(refusal(choosing(FOLLOWED, 3L, 1, null, "lit in 1881")))
        .isEqualTo(new Refusal.StaleVersion(3, 4));
    assertThat(refusal(choosing(FOLLOWED, null, 9, null, "lit in 1881")))
        .isEqualTo(new Refusal.NotPossibleNow("citation", Detail.of("fact.no-citation", 9)));
    assertThat(refusal(choosing(FOLLOWED, null, 1, null, "lit in 1887")))
        .isEqualTo(new Refusal.QuoteNotFound("quote", Quote.of("lit in 1887"), 2));
    assertThat(refusal(choosing(FOLLOWED, null, 1, null, "l")))
        .isInstanceOf(Refusal.QuoteAmbiguous.class);
    assertThat(refusal(choosing(FOLLOWED, null, 1, 1, "lit in 1887")))
        .isEqualTo(new Refusal.NothingChanges("quote", Detail.of("citation.points-there")));
    assertThat(refusal(choosing(FOLLOWED, null, 3, 1, "lit in 1887")).field())
        .as("an older revision")
        .isEqualTo("revision");
    assertThat(refusal(choosing(FOLLOWED, null, 1, 7, "lit in 1887")).field())
        .isEqualTo("revision");
  }

  private static CitationUnanchored unanchored(
      Statement statement, int citation, Passage... candidates) {
    return new CitationUnanchored(
        ID, statement, Standing.ACCEPTED, citation, 2, AnchorState.LOST, List.of(candidates));
  }

  private static Fact recorded(Statement statement) {
    return Fact.evolve(null, new FactRecorded(ID, statement, Standing.ACCEPTED));
  }

  private static Fact after(Fact before, FactEvent... events) {
    Fact fact = before;
    for (FactEvent event : events) {
      fact = Fact.evolve(fact, event);
    }
    return fact;
  }

  private static Decision<FactEvent> following(Fact fact, int revision) {
    return Fact.decide(fact, new FollowRevision(ID, LOG, revision), Lighthouse.archive());
  }

  private static Decision<FactEvent> choosing(
      Fact fact, @Nullable Long expected, int citation, @Nullable Integer revision, String words) {
    return Fact.decide(
        fact,
        new ReanchorCitation(ID, expected, citation, revision, Quote.of(words), REASON),
        Lighthouse.archive());
  }

  private static Refusal refusal(Decision<FactEvent> decision) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused<FactEvent>) decision).refusal();
  }
}
