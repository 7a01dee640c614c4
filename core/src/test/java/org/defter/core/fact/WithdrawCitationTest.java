package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.WithdrawCitation;
import org.defter.core.fact.FactEvent.CitationWithdrawn;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.id.FactId;
import org.defter.core.source.Quote;
import org.junit.jupiter.api.Test;

class WithdrawCitationTest {

  private static final FactId ID = new FactId("f1");
  private static final Reason REASON = new Reason(ReasonType.WRONG_ATTRIBUTION, null);
  private static final Fact CITED_TWICE =
      Fact.evolve(
          null,
          new FactRecorded(
              ID, litIn1887(List.of(yearCitation(1), keeperCitation(2))), Standing.ACCEPTED));
  private static final FactEvent SECOND_WITHDRAWN =
      new CitationWithdrawn(ID, litIn1887(List.of(yearCitation(1))), Standing.ACCEPTED, 2, REASON);

  @Test
  void takesTheCitationAwayAndKeepsTheNumbersOfTheRest() {
    assertThat(withdrawing(CITED_TWICE, 2)).isEqualTo(Decision.accept(SECOND_WITHDRAWN));
    assertThat(withdrawing(CITED_TWICE, 1))
        .isEqualTo(
            Decision.accept(
                new CitationWithdrawn(
                    ID, litIn1887(List.of(keeperCitation(2))), Standing.ACCEPTED, 1, REASON)));
  }

  @Test
  void refusesACitationThatIsNotThere() {
    assertThat(withdrawing(CITED_TWICE, 3))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NotPossibleNow("citation", Detail.of("fact.no-citation", 3))));
  }

  @Test
  void refusesToTakeTheLastCitation() {
    assertThat(withdrawing(Fact.evolve(CITED_TWICE, SECOND_WITHDRAWN), 1))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NotPossibleNow("citation", Detail.of("fact.last-citation"))));
  }

  @Test
  void neverUsesANumberAgain() {
    Fact withdrawn = Fact.evolve(CITED_TWICE, SECOND_WITHDRAWN);
    CitationDraft again = new CitationDraft(Lighthouse.LOG, 1, Quote.of("Anna Berg"), null, null);

    assertThat(Fact.decide(withdrawn, new CiteSource(ID, null, again), Lighthouse.archive()))
        .isEqualTo(
            Decision.accept(
                new FactEvent.CitationAdded(
                    ID,
                    litIn1887(List.of(yearCitation(1), keeperCitation(3))),
                    Standing.ACCEPTED,
                    3)));
  }

  private static Decision<FactEvent> withdrawing(Fact fact, int citation) {
    return Fact.decide(
        fact, new WithdrawCitation(ID, null, citation, REASON), Lighthouse.archive());
  }
}
