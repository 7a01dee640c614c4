package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.LIGHTHOUSE;
import static org.defter.core.Lighthouse.LIT;
import static org.defter.core.Lighthouse.LOST;
import static org.defter.core.Lighthouse.date;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.quoting;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactEvent.CitationAdded;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.id.FactId;
import org.defter.core.source.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CiteSourceTest {

  private static final FactId ID = new FactId("f1");
  private static final Fact RECORDED = recorded(litIn1887(List.of(yearCitation(1))));

  @Test
  void addsACitationWithTheNextNumber() {
    assertThat(citing(RECORDED, 1L, quoting("Anna Berg")))
        .isEqualTo(
            Decision.accept(
                new CitationAdded(
                    ID,
                    litIn1887(List.of(yearCitation(1), keeperCitation(2))),
                    Standing.ACCEPTED,
                    2)));
  }

  @Test
  void countsOnFromTheLastNumberAndNotFromHowManyThereAre() {
    Fact afterWithdrawals = recorded(litIn1887(List.of(yearCitation(7))));

    assertThat(citing(afterWithdrawals, null, quoting("Anna Berg")))
        .isEqualTo(
            Decision.accept(
                new CitationAdded(
                    ID,
                    litIn1887(List.of(yearCitation(7), keeperCitation(8))),
                    Standing.ACCEPTED,
                    8)));
  }

  @Test
  void anUncitedFactThatIsCitedIsUncitedNoLonger() {
    Fact uncited =
        recorded(
            new Statement(
                LIGHTHOUSE,
                LIT,
                date("1887"),
                List.of(),
                null,
                Certainty.CERTAIN,
                List.of(),
                "common knowledge"));

    assertThat(citing(uncited, 1L, quoting("lit in 1887")))
        .isEqualTo(
            Decision.accept(
                new CitationAdded(ID, litIn1887(List.of(yearCitation(1))), Standing.ACCEPTED, 1)));
  }

  @Test
  void refusesAFactThatIsNotThere() {
    assertThat(citing(null, null, quoting("Anna Berg")))
        .isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
  }

  @Test
  void refusesAVersionThatHasPassed() {
    assertThat(citing(RECORDED, 3L, quoting("Anna Berg")))
        .isEqualTo(Decision.refuse(new Refusal.StaleVersion(3, 1)));
  }

  @Test
  void refusesARetractedFact() {
    Fact retracted =
        Fact.evolve(
            RECORDED,
            new FactEvent.FactRetracted(
                ID,
                RECORDED.statement(),
                Standing.RETRACTED,
                new Reason(ReasonType.DUPLICATE, null)));

    assertThat(citing(retracted, 2L, quoting("Anna Berg")))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NotPossibleNow("standing", Detail.of("fact.out-of-use", "retracted"))));
  }

  @Test
  void refusesWordsTheFactCitesAlready() {
    assertThat(citing(RECORDED, 1L, quoting("lit in 1887")))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NothingChanges("citation", Detail.of("fact.cited-already"))));
  }

  @Test
  void refusesACitationThatNamesNoOnePlace() {
    assertThat(citing(RECORDED, 1L, quoting("no such words")))
        .isEqualTo(
            Decision.refuse(
                new Refusal.QuoteNotFound("citation.quote", Quote.of("no such words"), 1)));
    assertThat(citing(RECORDED, 1L, quoting("It burned oil")))
        .isEqualTo(Decision.refuse(new Refusal.QuoteAmbiguous("citation.quote", List.of(2, 3))));
    assertThat(citing(RECORDED, 1L, new CitationDraft(LOST, null, Quote.of("x"), null, null)))
        .isEqualTo(Decision.refuse(new Refusal.UnknownReference("citation.source", LOST)));
  }

  private static Fact recorded(Statement statement) {
    return Fact.evolve(null, new FactRecorded(ID, statement, Standing.ACCEPTED));
  }

  private static Decision<FactEvent> citing(
      @Nullable Fact state, @Nullable Long expected, CitationDraft citation) {
    return Fact.decide(state, new CiteSource(ID, expected, citation), Lighthouse.archive());
  }
}
