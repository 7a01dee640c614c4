package org.defter.ingest.correction;

import java.util.List;
import java.util.Map;
import org.defter.core.correction.CorrectionCommand.AcceptCorrection;
import org.defter.core.correction.CorrectionCommand.DeclineCorrection;
import org.defter.core.correction.CorrectionCommand.ProposeCorrection;
import org.defter.core.correction.CorrectionCommand.WithdrawCorrection;
import org.defter.core.correction.CorrectionEvent.CorrectionProposed;
import org.defter.core.correction.Proposal;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Datatype;
import org.defter.core.value.Quantity;
import org.defter.ingest.AggregateFixture;
import org.defter.ingest.FakeArchive;
import org.junit.jupiter.api.Test;

class CorrectionAggregateTest {

  private static final CorrectionId ID = new CorrectionId("c1");
  private static final FactId FACT = new FactId("S012");
  private static final Reason WHY = new Reason(ReasonType.BETTER_SOURCE, null);
  private static final ProposeCorrection PROPOSE =
      new ProposeCorrection(
          ID, FACT, 4L, new Changes(null, null, amount("57"), null, null, null, List.of()), WHY);

  private final AggregateFixture<CorrectionAggregate> fixture =
      new AggregateFixture<>(
          CorrectionAggregate.class,
          new FakeArchive()
              .subject("oic")
              .property("members", Datatype.QUANTITY)
              .fact(new Fact(FACT, members("60"), Standing.ACCEPTED, 4, 0, null, Map.of())));

  private static Quantity amount(String amount) {
    return new Quantity(amount, null, false);
  }

  private static Statement members(String amount) {
    return new Statement(
        new SubjectId("oic"),
        new PropertyId("members"),
        amount(amount),
        List.of(),
        null,
        Certainty.CERTAIN,
        List.of(),
        "common knowledge");
  }

  private static CorrectionProposed proposedBy(Actor actor) {
    return new CorrectionProposed(
        ID, new Proposal(FACT, 4, members("60"), members("57"), WHY, actor, null));
  }

  @Test
  void isProposedByWhoeverSentTheCommand() {
    fixture.given(PROPOSE).leadsTo(proposedBy(AggregateFixture.ACTOR));
  }

  @Test
  void leavesNothingBehindWhenItIsRefused() {
    fixture
        .given(new ProposeCorrection(ID, FACT, 3L, PROPOSE.changes(), WHY))
        .isRefused(Refusal.StaleVersion.class, "If-Match");
  }

  @Test
  void isReviewedBySomebodyElseAndWithdrawnByNobodyElse() {
    CorrectionProposed own = proposedBy(AggregateFixture.ACTOR);
    CorrectionProposed anothers = proposedBy(new Actor("olaf", null, "archivist"));

    fixture
        .given(new AcceptCorrection(ID, 4L, null, null), own)
        .isRefused(Refusal.NotAllowed.class, "Authorization");
    fixture
        .given(new DeclineCorrection(ID, "no"), own)
        .isRefused(Refusal.NotAllowed.class, "Authorization");
    fixture
        .given(new WithdrawCorrection(ID, null), anothers)
        .isRefused(Refusal.NotAllowed.class, "Authorization");
  }
}
