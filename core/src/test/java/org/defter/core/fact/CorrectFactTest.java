package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.KEEPER;
import static org.defter.core.Lighthouse.KEPT_BY;
import static org.defter.core.Lighthouse.LIGHTHOUSE;
import static org.defter.core.Lighthouse.LIT;
import static org.defter.core.Lighthouse.NOBODY;
import static org.defter.core.Lighthouse.STATED_BY;
import static org.defter.core.Lighthouse.date;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.quoting;
import static org.defter.core.Lighthouse.text;
import static org.defter.core.Lighthouse.yearCitation;

import java.util.List;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.ValidTime;
import org.defter.core.id.FactId;
import org.defter.core.source.Quote;
import org.defter.core.value.Datatype;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectFactTest {

  private static final FactId ID = new FactId("f1");
  private static final Reason REASON = new Reason(ReasonType.WRONG_DATE, null);
  private static final Statement BEFORE = litIn1887(List.of(yearCitation(1)));
  private static final Fact RECORDED =
      Fact.evolve(null, new FactEvent.FactRecorded(ID, BEFORE, Standing.ACCEPTED));

  private static final Changes NONE = new Changes(null, null, null, null, null, null, List.of());

  @Test
  void changesTheValueAndKeepsTheRest() {
    assertThat(correcting(value(date("1888"))))
        .isEqualTo(
            accepted(
                new Statement(
                    LIGHTHOUSE,
                    LIT,
                    date("1888"),
                    List.of(),
                    null,
                    Certainty.CERTAIN,
                    List.of(yearCitation(1)),
                    null)));
  }

  @Test
  void changesEveryPartAtOnce() {
    List<Qualifier> qualifiers = List.of(new Qualifier(STATED_BY, text("a letter")));
    Changes changes =
        new Changes(
            KEEPER,
            KEPT_BY,
            new Value.SubjectReference(LIGHTHOUSE),
            qualifiers,
            new ValidTime(Edtf.parse("1887/1901")),
            Certainty.LOW,
            List.of(quoting("Anna Berg")));

    assertThat(correcting(changes))
        .isEqualTo(
            accepted(
                new Statement(
                    KEEPER,
                    KEPT_BY,
                    new Value.SubjectReference(LIGHTHOUSE),
                    qualifiers,
                    Edtf.parse("1887/1901"),
                    Certainty.LOW,
                    List.of(yearCitation(1), keeperCitation(2)),
                    null)));
  }

  @Test
  void takesAValidTimeAway() {
    Fact dated =
        Fact.evolve(
            RECORDED,
            new FactEvent.FactCorrected(ID, valid(Edtf.parse("1887")), Standing.ACCEPTED, REASON));
    Changes changes = new Changes(null, null, null, null, new ValidTime(null), null, List.of());

    assertThat(decide(dated, new CorrectFact(ID, 2L, changes, REASON)))
        .isEqualTo(accepted(valid(null)));
  }

  @Test
  void leavesTheValidTimeWhenNothingIsSaidOfIt() {
    Fact dated =
        Fact.evolve(
            null, new FactEvent.FactRecorded(ID, valid(Edtf.parse("1887")), Standing.ACCEPTED));

    assertThat(decide(dated, new CorrectFact(ID, null, certainty(Certainty.LOW), REASON)))
        .isInstanceOfSatisfying(
            Decision.Accepted.class,
            accepted ->
                assertThat(((FactEvent) accepted.events().getFirst()).statement().valid())
                    .isEqualTo(Edtf.parse("1887")));
  }

  @Test
  void refusesAFactThatIsNotThere() {
    assertThat(decide(null, new CorrectFact(ID, 1L, certainty(Certainty.LOW), REASON)))
        .isEqualTo(refused(new Refusal.NotFound(ID)));
  }

  @Test
  void refusesAVersionThatHasPassed() {
    Fact corrected =
        Fact.evolve(RECORDED, new FactEvent.FactCorrected(ID, BEFORE, Standing.ACCEPTED, REASON));

    assertThat(decide(corrected, new CorrectFact(ID, 1L, certainty(Certainty.LOW), REASON)))
        .isEqualTo(refused(new Refusal.StaleVersion(1, 2)));
  }

  @Test
  void refusesAVersionThatIsYetToCome() {
    assertThat(decide(RECORDED, new CorrectFact(ID, 2L, certainty(Certainty.LOW), REASON)))
        .isEqualTo(refused(new Refusal.StaleVersion(2, 1)));
  }

  @Test
  void saysThatTheVersionHasPassedBeforeAnythingElse() {
    assertThat(decide(RECORDED, new CorrectFact(ID, 9L, value(text("wrong type")), REASON)))
        .isEqualTo(refused(new Refusal.StaleVersion(9, 1)));
  }

  @Test
  void refusesARetractedFact() {
    Fact retracted =
        Fact.evolve(RECORDED, new FactEvent.FactRetracted(ID, BEFORE, Standing.RETRACTED, REASON));

    assertThat(decide(retracted, new CorrectFact(ID, 2L, certainty(Certainty.LOW), REASON)))
        .isEqualTo(
            refused(
                new Refusal.NotPossibleNow("standing", Detail.of("fact.out-of-use", "retracted"))));
  }

  @Test
  void refusesToChangeNothing() {
    Refusal nothing = new Refusal.NothingChanges("changes", Detail.of("fact.same"));

    assertThat(correcting(NONE)).isEqualTo(refused(nothing));
    assertThat(correcting(value(date("1887")))).isEqualTo(refused(nothing));
    assertThat(correcting(certainty(Certainty.CERTAIN))).isEqualTo(refused(nothing));
  }

  @Test
  void refusesAValueTheOldPropertyDoesNotTake() {
    assertThat(correcting(value(text("1887"))))
        .isEqualTo(refused(new Refusal.WrongDatatype("value", Datatype.DATE, Datatype.TEXT)));
  }

  @Test
  void refusesAPropertyThatDoesNotTakeTheOldValue() {
    assertThat(correcting(new Changes(null, STATED_BY, null, null, null, null, List.of())))
        .isEqualTo(refused(new Refusal.WrongDatatype("value", Datatype.TEXT, Datatype.DATE)));
  }

  @Test
  void refusesASubjectThatIsNotRegistered() {
    assertThat(correcting(new Changes(NOBODY, null, null, null, null, null, List.of())))
        .isEqualTo(refused(new Refusal.UnknownReference("subject", NOBODY)));
  }

  @Test
  void refusesACitationByItsPlace() {
    assertThat(correcting(citing(quoting("Anna Berg"), quoting("no such words"))))
        .isEqualTo(
            refused(new Refusal.QuoteNotFound("cite[1].quote", Quote.of("no such words"), 1)));
    assertThat(correcting(citing(quoting("lit in 1887"))))
        .isEqualTo(refused(new Refusal.NothingChanges("cite[0]", Detail.of("fact.cited-already"))));
  }

  private static Changes value(Value value) {
    return new Changes(null, null, value, null, null, null, List.of());
  }

  private static Changes certainty(Certainty certainty) {
    return new Changes(null, null, null, null, null, certainty, List.of());
  }

  private static Changes citing(CitationDraft... citations) {
    return new Changes(null, null, null, null, null, null, List.of(citations));
  }

  private static Statement valid(@Nullable Edtf valid) {
    return new Statement(
        LIGHTHOUSE,
        LIT,
        date("1887"),
        List.of(),
        valid,
        Certainty.CERTAIN,
        List.of(yearCitation(1)),
        null);
  }

  private static Decision<FactEvent> correcting(Changes changes) {
    return decide(RECORDED, new CorrectFact(ID, 1L, changes, REASON));
  }

  private static Decision<FactEvent> decide(@Nullable Fact state, CorrectFact command) {
    return Fact.decide(state, command, Lighthouse.archive());
  }

  private static Decision<FactEvent> accepted(Statement statement) {
    return Decision.accept(new FactEvent.FactCorrected(ID, statement, Standing.ACCEPTED, REASON));
  }

  private static Decision<FactEvent> refused(Refusal refusal) {
    return Decision.refuse(refusal);
  }
}
