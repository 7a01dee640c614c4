package org.defter.ingest.fact;

import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.fact.FactCommand.ReinstateFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.core.value.Datatype;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.ingest.AggregateFixture;
import org.defter.ingest.FakeArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactAggregateTest {

  private static final FactId ID = new FactId("S012");
  private static final SourceId ESSAY = new SourceId("essay");
  private static final Reason WHY = new Reason(ReasonType.BETTER_SOURCE, null);
  private static final Value SIXTY = new Quantity("60", null, false);
  private static final Value FIFTY_SEVEN = new Quantity("57", null, false);

  private final AggregateFixture<FactAggregate> fixture =
      new AggregateFixture<>(
          FactAggregate.class,
          new FakeArchive()
              .subject("oic")
              .property("members", Datatype.QUANTITY)
              .property("member-of", Datatype.SUBJECT)
              .source("essay", "It has 60 members. Some say 57, others say 57."));

  private static CitationDraft cite(String words) {
    return new CitationDraft(ESSAY, null, Quote.of(words), null, null);
  }

  private static FactCommand.Draft draft(
      String subject, String property, Value value, CitationDraft... citations) {
    return new FactCommand.Draft(
        new SubjectId(subject),
        new PropertyId(property),
        value,
        List.of(),
        null,
        null,
        List.of(citations),
        null);
  }

  private static RecordFact record(FactCommand.Draft draft) {
    return new RecordFact(ID, draft);
  }

  private static Statement statement(Value value, @Nullable Edtf valid, Citation... citations) {
    return new Statement(
        new SubjectId("oic"),
        new PropertyId("members"),
        value,
        List.of(),
        valid,
        Certainty.CERTAIN,
        List.of(citations),
        null);
  }

  private static final Citation FIRST =
      new Citation(
          1,
          ESSAY,
          new Passage(
              1,
              new LanguageTag("en"),
              1,
              "60 members",
              "It has ",
              ". Some say 57, others say 57.",
              7,
              17),
          null,
          Certainty.CERTAIN);
  private static final FactEvent RECORDED =
      new FactEvent.FactRecorded(ID, statement(SIXTY, null, FIRST), Standing.ACCEPTED);
  private static final FactEvent RETRACTED =
      new FactEvent.FactRetracted(ID, statement(SIXTY, null, FIRST), Standing.RETRACTED, WHY);

  private static CorrectFact correct(
      @Nullable Long version, @Nullable Value value, CitationDraft... cite) {
    return new CorrectFact(
        ID, version, new Changes(null, null, value, null, null, null, List.of(cite)), WHY);
  }

  @Test
  void recordsWhatASourceSays() {
    fixture.given(record(draft("oic", "members", SIXTY, cite("60 members")))).leadsTo(RECORDED);
  }

  @Test
  void refusesAFactAboutNobody() {
    fixture
        .given(record(draft("nobody", "members", SIXTY, cite("60 members"))))
        .isRefused(Refusal.UnknownReference.class, "subject");
  }

  @Test
  void refusesAnUnknownProperty() {
    fixture
        .given(record(draft("oic", "colour", SIXTY, cite("60 members"))))
        .isRefused(Refusal.UnknownReference.class, "property");
  }

  @Test
  void refusesAValueOfAnotherDatatype() {
    fixture
        .given(record(draft("oic", "member-of", SIXTY, cite("60 members"))))
        .isRefused(Refusal.WrongDatatype.class, "value");
  }

  @Test
  void refusesAValueThatRefersToNobody() {
    Value nobody = new Value.SubjectReference(new SubjectId("nobody"));
    fixture
        .given(record(draft("oic", "member-of", nobody, cite("60 members"))))
        .isRefused(Refusal.UnknownReference.class, "value.subject");
  }

  @Test
  void refusesAnUnknownQualifier() {
    FactCommand.Draft draft =
        new FactCommand.Draft(
            new SubjectId("oic"),
            new PropertyId("members"),
            SIXTY,
            List.of(new Qualifier(new PropertyId("at"), SIXTY)),
            null,
            null,
            List.of(cite("60 members")),
            null);
    fixture
        .given(record(draft))
        .isRefused(Refusal.UnknownReference.class, "qualifiers[0].property");
  }

  @Test
  void refusesAFactWithoutACitation() {
    fixture
        .given(record(draft("oic", "members", SIXTY)))
        .isRefused(Refusal.Uncited.class, "citations");
  }

  @Test
  void recordsAFactThatIsUncitedOnPurpose() {
    FactCommand.Draft draft =
        new FactCommand.Draft(
            new SubjectId("oic"),
            new PropertyId("members"),
            SIXTY,
            List.of(),
            null,
            null,
            List.of(),
            "common knowledge");
    Statement uncited =
        new Statement(
            new SubjectId("oic"),
            new PropertyId("members"),
            SIXTY,
            List.of(),
            null,
            Certainty.CERTAIN,
            List.of(),
            "common knowledge");
    fixture
        .given(record(draft))
        .leadsTo(new FactEvent.FactRecorded(ID, uncited, Standing.ACCEPTED));
  }

  @Test
  void refusesAQuoteThatIsNotThere() {
    fixture
        .given(record(draft("oic", "members", SIXTY, cite("61 members"))))
        .isRefused(Refusal.QuoteNotFound.class, "citations[0].quote");
  }

  @Test
  void refusesAQuoteThatIsThereTwice() {
    fixture
        .given(record(draft("oic", "members", SIXTY, cite("say 57"))))
        .isRefused(Refusal.QuoteAmbiguous.class, "citations[0].quote");
  }

  @Test
  void refusesASourceThatIsNotThere() {
    CitationDraft elsewhere =
        new CitationDraft(new SourceId("none"), null, Quote.of("x"), null, null);
    fixture
        .given(record(draft("oic", "members", SIXTY, elsewhere)))
        .isRefused(Refusal.UnknownReference.class, "citations[0].source");
  }

  @Test
  void refusesARevisionThatIsNotThere() {
    CitationDraft second = new CitationDraft(ESSAY, 2, Quote.of("60 members"), null, null);
    fixture
        .given(record(draft("oic", "members", SIXTY, second)))
        .isRefused(Refusal.NotPossibleNow.class, "citations[0].revision");
  }

  @Test
  void correctsAFact() {
    fixture
        .given(correct(1L, FIFTY_SEVEN), RECORDED)
        .leadsTo(
            new FactEvent.FactCorrected(
                ID, statement(FIFTY_SEVEN, null, FIRST), Standing.ACCEPTED, WHY));
  }

  @Test
  void refusesACorrectionOfAnotherVersion() {
    fixture
        .given(correct(2L, FIFTY_SEVEN), RECORDED)
        .isRefused(Refusal.StaleVersion.class, "If-Match");
  }

  @Test
  void refusesACorrectionThatChangesNothing() {
    fixture.given(correct(1L, SIXTY), RECORDED).isRefused(Refusal.NothingChanges.class, "changes");
  }

  @Test
  void refusesToCorrectARetractedFact() {
    fixture
        .given(correct(2L, FIFTY_SEVEN), RECORDED, RETRACTED)
        .isRefused(Refusal.NotPossibleNow.class, "standing");
  }

  @Test
  void refusesToCiteTheSameWordsAgain() {
    fixture
        .given(new CiteSource(ID, null, cite("60 members")), RECORDED)
        .isRefused(Refusal.NothingChanges.class, "citation");
  }

  @Test
  void refusesToCiteForARetractedFact() {
    fixture
        .given(new CiteSource(ID, null, cite("others say 57")), RECORDED, RETRACTED)
        .isRefused(Refusal.NotPossibleNow.class, "standing");
  }

  @Test
  void citesAFurtherPassage() {
    Citation second =
        new Citation(
            2,
            ESSAY,
            new Passage(
                1,
                new LanguageTag("en"),
                1,
                "others say 57",
                "It has 60 members. Some say 57, ",
                ".",
                32,
                45),
            null,
            Certainty.CERTAIN);
    fixture
        .given(new CiteSource(ID, null, cite("others say 57")), RECORDED)
        .leadsTo(
            new FactEvent.CitationAdded(
                ID, statement(SIXTY, null, FIRST, second), Standing.ACCEPTED, 2));
  }

  @Test
  void retractsAFact() {
    fixture.given(new RetractFact(ID, 1L, WHY), RECORDED).leadsTo(RETRACTED);
  }

  @Test
  void refusesToRetractTwice() {
    fixture
        .given(new RetractFact(ID, 2L, WHY), RECORDED, RETRACTED)
        .isRefused(Refusal.NothingChanges.class, "standing");
  }

  @Test
  void reinstatesARetractedFact() {
    fixture
        .given(new ReinstateFact(ID, 2L, WHY), RECORDED, RETRACTED)
        .leadsTo(
            new FactEvent.FactReinstated(
                ID, statement(SIXTY, null, FIRST), Standing.ACCEPTED, WHY));
  }

  @Test
  void refusesToReinstateWhatIsNotRetracted() {
    fixture
        .given(new ReinstateFact(ID, 1L, WHY), RECORDED)
        .isRefused(Refusal.NothingChanges.class, "standing");
  }
}
