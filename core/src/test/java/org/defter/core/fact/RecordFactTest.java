package org.defter.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.ENGLISH;
import static org.defter.core.Lighthouse.KEEPER;
import static org.defter.core.Lighthouse.KEPT_BY;
import static org.defter.core.Lighthouse.LIGHTHOUSE;
import static org.defter.core.Lighthouse.LIT;
import static org.defter.core.Lighthouse.LOG;
import static org.defter.core.Lighthouse.LOST;
import static org.defter.core.Lighthouse.NOBODY;
import static org.defter.core.Lighthouse.PHOTOGRAPH;
import static org.defter.core.Lighthouse.STATED_BY;
import static org.defter.core.Lighthouse.UNDEFINED;
import static org.defter.core.Lighthouse.date;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.quoting;
import static org.defter.core.Lighthouse.text;

import java.util.List;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.core.value.Datatype;
import org.defter.core.value.Value;
import org.junit.jupiter.api.Test;

class RecordFactTest {

  private static final FactId ID = new FactId("f1");

  @Test
  void recordsAFactWithItsCitation() {
    assertThat(recording(litIn1887(quoting("lit in 1887"))))
        .isEqualTo(accepted(litIn1887(List.of(Lighthouse.yearCitation(1)))));
  }

  @Test
  void keepsEveryPartOfTheDraft() {
    Qualifier qualifier = new Qualifier(STATED_BY, text("the keeper"));
    CitationDraft citation =
        new CitationDraft(LOG, null, Quote.of("lit in 1881"), "smudged", Certainty.LOW);
    Draft draft =
        new Draft(
            LIGHTHOUSE,
            LIT,
            date("1881"),
            List.of(qualifier),
            Edtf.parse("1881/.."),
            Certainty.PROBABLE,
            List.of(citation),
            null);

    assertThat(recording(draft))
        .isEqualTo(
            accepted(
                new Statement(
                    LIGHTHOUSE,
                    LIT,
                    date("1881"),
                    List.of(qualifier),
                    Edtf.parse("1881/.."),
                    Certainty.PROBABLE,
                    List.of(
                        new Citation(
                            1,
                            LOG,
                            new Passage(
                                2,
                                ENGLISH,
                                1,
                                "lit in 1881",
                                "The lamp on Cape North was ",
                                ".",
                                27,
                                38),
                            "smudged",
                            Certainty.LOW)),
                    null)));
  }

  @Test
  void numbersTheCitationsInOrder() {
    assertThat(recording(litIn1887(quoting("Anna Berg"), quoting("lit in 1887"))))
        .isEqualTo(
            accepted(litIn1887(List.of(Lighthouse.keeperCitation(1), Lighthouse.yearCitation(2)))));
  }

  @Test
  void recordsAnUncitedFactThatSaysWhy() {
    assertThat(recording(uncited("common knowledge")))
        .isEqualTo(
            accepted(
                new Statement(
                    LIGHTHOUSE,
                    LIT,
                    date("1887"),
                    List.of(),
                    null,
                    Certainty.CERTAIN,
                    List.of(),
                    "common knowledge")));
  }

  @Test
  void dropsTheReasonForNoCitationWhenThereIsOne() {
    Draft draft =
        new Draft(
            LIGHTHOUSE,
            LIT,
            date("1887"),
            List.of(),
            null,
            null,
            List.of(quoting("lit in 1887")),
            "common knowledge");

    assertThat(recording(draft))
        .isEqualTo(accepted(litIn1887(List.of(Lighthouse.yearCitation(1)))));
  }

  @Test
  void refusesAnUncitedFactThatDoesNotSayWhy() {
    assertThat(recording(litIn1887())).isEqualTo(refused(new Refusal.Uncited("citations")));
  }

  @Test
  void refusesAnIdThatIsTaken() {
    Fact there = Fact.evolve(null, new FactRecorded(ID, litIn1887(List.of()), Standing.ACCEPTED));

    assertThat(
            Fact.decide(
                there, new RecordFact(ID, uncited("common knowledge")), Lighthouse.archive()))
        .isEqualTo(refused(new Refusal.AlreadyExists(ID)));
  }

  @Test
  void refusesASubjectThatIsNotRegistered() {
    assertThat(recording(stating(NOBODY, LIT, date("1887"))))
        .isEqualTo(refused(new Refusal.UnknownReference("subject", NOBODY)));
  }

  @Test
  void refusesAPropertyThatIsNotDefined() {
    assertThat(recording(stating(LIGHTHOUSE, UNDEFINED, date("1887"))))
        .isEqualTo(refused(new Refusal.UnknownReference("property", UNDEFINED)));
  }

  @Test
  void refusesAValueOfAnotherType() {
    assertThat(recording(stating(LIGHTHOUSE, LIT, text("1887"))))
        .isEqualTo(refused(new Refusal.WrongDatatype("value", Datatype.DATE, Datatype.TEXT)));
  }

  @Test
  void refusesAValueThatIsNoRegisteredSubject() {
    assertThat(recording(stating(LIGHTHOUSE, KEPT_BY, new Value.SubjectReference(NOBODY))))
        .isEqualTo(refused(new Refusal.UnknownReference("value.subject", NOBODY)));
  }

  @Test
  void takesARegisteredSubjectAsValue() {
    assertThat(recording(stating(LIGHTHOUSE, KEPT_BY, new Value.SubjectReference(KEEPER))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void refusesAQualifierByItsPlace() {
    Qualifier good = new Qualifier(STATED_BY, text("the keeper"));

    assertThat(recording(qualified(good, new Qualifier(UNDEFINED, text("x")))))
        .isEqualTo(refused(new Refusal.UnknownReference("qualifiers[1].property", UNDEFINED)));
    assertThat(recording(qualified(new Qualifier(STATED_BY, date("1887")), good)))
        .isEqualTo(
            refused(
                new Refusal.WrongDatatype("qualifiers[0].value", Datatype.TEXT, Datatype.DATE)));
    assertThat(
            recording(qualified(good, new Qualifier(KEPT_BY, new Value.SubjectReference(NOBODY)))))
        .isEqualTo(refused(new Refusal.UnknownReference("qualifiers[1].value.subject", NOBODY)));
  }

  @Test
  void refusesACitationOfASourceThatIsNotThere() {
    CitationDraft citation = new CitationDraft(LOST, null, Quote.of("x"), null, null);

    assertThat(recording(litIn1887(quoting("lit in 1887"), citation)))
        .isEqualTo(refused(new Refusal.UnknownReference("citations[1].source", LOST)));
  }

  @Test
  void refusesACitationOfASourceWithoutText() {
    CitationDraft citation = new CitationDraft(PHOTOGRAPH, null, Quote.of("x"), null, null);

    assertThat(recording(litIn1887(citation)))
        .isEqualTo(
            refused(
                new Refusal.NotPossibleNow(
                    "citations[0].source", Detail.of("source.no-transcription", "photograph"))));
  }

  @Test
  void refusesACitationOfARevisionThatIsNotThere() {
    CitationDraft citation = new CitationDraft(LOG, 3, Quote.of("lit"), null, null);

    assertThat(recording(litIn1887(citation)))
        .isEqualTo(
            refused(
                new Refusal.NotPossibleNow(
                    "citations[0].revision", Detail.of("source.no-revision", "log-book", 3))));
  }

  @Test
  void refusesWordsThatAreNotInTheSource() {
    assertThat(recording(litIn1887(quoting("lit in 1888"))))
        .isEqualTo(
            refused(new Refusal.QuoteNotFound("citations[0].quote", Quote.of("lit in 1888"), 1)));
  }

  @Test
  void refusesWordsThatStandInSeveralPlaces() {
    assertThat(recording(litIn1887(quoting("It burned oil"))))
        .isEqualTo(refused(new Refusal.QuoteAmbiguous("citations[0].quote", List.of(2, 3))));
  }

  @Test
  void takesAmbiguousWordsWithTheirParagraph() {
    assertThat(recording(litIn1887(quoting(Quote.inParagraph(3, "It burned oil")))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void refusesTheSameWordsTwice() {
    assertThat(recording(litIn1887(quoting("lit in 1887"), quoting("lit in 1887"))))
        .isEqualTo(
            refused(new Refusal.NothingChanges("citations[1]", Detail.of("fact.cited-already"))));
  }

  private static Decision<FactEvent> recording(Draft draft) {
    return Fact.decide(null, new RecordFact(ID, draft), Lighthouse.archive());
  }

  private static Decision<FactEvent> accepted(Statement statement) {
    return Decision.accept(new FactRecorded(ID, statement, Standing.ACCEPTED));
  }

  private static Decision<FactEvent> refused(Refusal refusal) {
    return Decision.refuse(refusal);
  }

  private static Draft uncited(String reason) {
    return new Draft(LIGHTHOUSE, LIT, date("1887"), List.of(), null, null, List.of(), reason);
  }

  private static Draft stating(SubjectId subject, PropertyId property, Value value) {
    return new Draft(subject, property, value, List.of(), null, null, List.of(), "well known");
  }

  private static Draft qualified(Qualifier... qualifiers) {
    return new Draft(
        LIGHTHOUSE,
        LIT,
        date("1887"),
        List.of(qualifiers),
        null,
        null,
        List.of(quoting("lit in 1887")),
        null);
  }
}
