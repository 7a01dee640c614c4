package org.defter.core.event;

import static org.defter.core.Lighthouse.ENGLISH;
import static org.defter.core.Lighthouse.KEEPER;
import static org.defter.core.Lighthouse.KEPT_BY;
import static org.defter.core.Lighthouse.LIGHTHOUSE;
import static org.defter.core.Lighthouse.LIT;
import static org.defter.core.Lighthouse.LOG;
import static org.defter.core.Lighthouse.STATED_BY;
import static org.defter.core.Lighthouse.date;
import static org.defter.core.Lighthouse.keeperCitation;
import static org.defter.core.Lighthouse.text;
import static org.defter.core.Lighthouse.yearCitation;

import java.time.Instant;
import java.util.List;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.correction.Proposal;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.AnchorState;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.ReviewDecision;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.finding.FindingEvent;
import org.defter.core.finding.Said;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.Access;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.CorrectionRule.People;
import org.defter.core.source.Level;
import org.defter.core.source.Passage;
import org.defter.core.source.SourceDescription;
import org.defter.core.source.SourceEvent;
import org.defter.core.source.Transcription;
import org.defter.core.subject.ExternalIdentifier;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectEvent;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;

/** One event of each kind, in today's shape, with every field that can be there. */
final class EventSamples {

  private static final LanguageTag DANISH = new LanguageTag("da");
  private static final FactId FACT = new FactId("f1");
  private static final FactId OTHER_FACT = new FactId("f2");
  private static final SubjectId OTHER_LIGHT = new SubjectId("north-light");
  private static final Reason DUPLICATE = new Reason(ReasonType.DUPLICATE, null);
  private static final SourceDescription DESCRIPTION =
      new SourceDescription(
          "Log book",
          "HB/1/7",
          List.of("Anna Berg"),
          Edtf.parse("1887/1901"),
          List.of(ENGLISH, DANISH),
          Level.FILE,
          new SourceId("harbour-board"),
          Access.RESTRICTED);
  private static final Name NAME = new Name("Cape North Light", ENGLISH, null);
  private static final Name LATER_NAME = new Name("Nordkap Fyr", DANISH, Edtf.parse("1920/.."));
  private static final List<ExternalIdentifier> IDENTIFIERS =
      List.of(new ExternalIdentifier("wikidata", "Q1"));
  private static final Reason REASON =
      new Reason(ReasonType.TRANSCRIPTION_ERROR, "a seven was read as a one");

  private static final CorrectionId CORRECTION = new CorrectionId("c1");
  private static final Instant PROPOSED_AT = Instant.parse("2026-02-03T04:05:06.000007Z");
  private static final List<Said> BOTH =
      List.of(
          new Said(FACT, 2, LIGHTHOUSE, LIT, date("1887"), Edtf.parse("1887~")),
          new Said(OTHER_FACT, 1, LIGHTHOUSE, LIT, date("1881"), null));

  private EventSamples() {}

  static ArchiveEvent of(EventType type) {
    return switch (type) {
      case SOURCE_DEPOSITED ->
          new SourceEvent.SourceDeposited(LOG, DESCRIPTION, reading(1, "Lit in 1881.\n"));
      case TRANSCRIPTION_REVISED_V1 ->
          new SourceEvent.TranscriptionRevisedV1(
              LOG, DESCRIPTION, reading(2, "Lit in 1887.\n"), "read under better light");
      case TRANSCRIPTION_REVISED ->
          new SourceEvent.TranscriptionRevised(
              LOG,
              DESCRIPTION,
              reading(2, "Lit in 1887.\n"),
              new Reason(ReasonType.TRANSCRIPTION_ERROR, "read under better light"));
      case CORRECTION_RULE_SET ->
          new SourceEvent.CorrectionRuleSet(
              LOG,
              DESCRIPTION,
              reading(2, "Lit in 1887.\n"),
              new CorrectionRule(
                  new People(List.of("curator"), List.of("anna@example.org")),
                  new People(List.of("curator", "reviewer"), List.of())));
      case SUBJECT_REGISTERED ->
          new SubjectEvent.SubjectRegistered(
              LIGHTHOUSE, SubjectKind.PLACE, List.of(NAME), IDENTIFIERS);
      case SUBJECT_NAMED ->
          new SubjectEvent.SubjectNamed(
              LIGHTHOUSE, SubjectKind.PLACE, List.of(NAME, LATER_NAME), IDENTIFIERS);
      case SUBJECT_IDENTIFIED ->
          new SubjectEvent.SubjectIdentified(
              LIGHTHOUSE,
              SubjectKind.PLACE,
              List.of(NAME),
              List.of(IDENTIFIERS.getFirst(), new ExternalIdentifier("viaf", "17")));
      case SUBJECT_MERGED ->
          new SubjectEvent.SubjectMerged(
              LIGHTHOUSE, SubjectKind.PLACE, List.of(NAME), IDENTIFIERS, OTHER_LIGHT, DUPLICATE);
      case SUBJECT_ABSORBED ->
          new SubjectEvent.SubjectAbsorbed(
              LIGHTHOUSE,
              SubjectKind.PLACE,
              List.of(NAME, LATER_NAME),
              IDENTIFIERS,
              OTHER_LIGHT,
              DUPLICATE);
      case PROPERTY_DEFINED ->
          new PropertyEvent.PropertyDefined(LIT, definition(new Label("lit", ENGLISH)));
      case PROPERTY_REVISED ->
          new PropertyEvent.PropertyRevised(
              LIT, definition(new Label("lit", ENGLISH), new Label("tændt", DANISH)));
      case FACT_RECORDED ->
          new FactEvent.FactRecorded(FACT, uncited("common knowledge"), Standing.ACCEPTED);
      case FACT_CORRECTED ->
          new FactEvent.FactCorrected(FACT, citing(yearCitation(1)), Standing.ACCEPTED, REASON);
      case CITATION_ADDED ->
          new FactEvent.CitationAdded(
              FACT, citing(yearCitation(1), noted(2)), Standing.ACCEPTED, 2);
      case CITATION_WITHDRAWN ->
          new FactEvent.CitationWithdrawn(FACT, citing(noted(2)), Standing.ACCEPTED, 1, REASON);
      case CITATION_REANCHORED ->
          new FactEvent.CitationReanchored(
              FACT, citing(secondReading(1)), Standing.ACCEPTED, 1, 1, REASON);
      case CITATION_UNANCHORED ->
          new FactEvent.CitationUnanchored(
              FACT,
              citing(yearCitation(1)),
              Standing.ACCEPTED,
              1,
              2,
              AnchorState.LOST,
              List.of(secondReading(1).passage()));
      case FACT_DISPUTED ->
          new FactEvent.FactDisputed(FACT, citing(noted(2)), Standing.DISPUTED, REASON);
      case DISPUTE_SETTLED ->
          new FactEvent.DisputeSettled(FACT, citing(noted(2)), Standing.ACCEPTED, REASON);
      case FACT_DEPRECATED ->
          new FactEvent.FactDeprecated(FACT, citing(noted(2)), Standing.DEPRECATED, REASON);
      case FACT_RETRACTED ->
          new FactEvent.FactRetracted(FACT, citing(noted(2)), Standing.RETRACTED, REASON);
      case FACT_REINSTATED ->
          new FactEvent.FactReinstated(
              FACT, citing(noted(2)), Standing.ACCEPTED, new Reason(ReasonType.POLICY, null));
      case FACT_MERGED ->
          new FactEvent.FactMerged(FACT, citing(noted(2)), Standing.MERGED, OTHER_FACT, DUPLICATE);
      case FACT_ABSORBED ->
          new FactEvent.FactAbsorbed(
              FACT, citing(yearCitation(1), noted(2)), Standing.ACCEPTED, OTHER_FACT, DUPLICATE);
      case CORRECTION_PROPOSED -> new CorrectionEvent.CorrectionProposed(CORRECTION, proposal());
      case CORRECTION_ACCEPTED ->
          new CorrectionEvent.CorrectionAccepted(
              CORRECTION,
              proposal(),
              PROPOSED_AT,
              5,
              ReviewDecision.APPLY_CHANGES,
              "seen in the log book");
      case CORRECTION_DECLINED ->
          new CorrectionEvent.CorrectionDeclined(
              CORRECTION, proposal(), PROPOSED_AT, "the other log book has 1881 too");
      case CORRECTION_WITHDRAWN ->
          new CorrectionEvent.CorrectionWithdrawn(
              CORRECTION, proposal(), PROPOSED_AT, "I misread it");
      case BOTH_LET_STAND ->
          new FindingEvent.BothLetStand(
              FindingId.about(FACT, OTHER_FACT),
              BOTH,
              new Reason(ReasonType.OTHER, "there were two lamps"));
      case FINDING_REOPENED ->
          new FindingEvent.FindingReopened(
              FindingId.about(FACT, OTHER_FACT), BOTH, new Reason(ReasonType.POLICY, null));
    };
  }

  private static Proposal proposal() {
    return new Proposal(
        FACT,
        3,
        uncited("common knowledge"),
        citing(yearCitation(1)),
        REASON,
        new Actor("maria", "Maria Lund", "volunteer"),
        new Actor("harbour-museum", null, "principal"));
  }

  private static Transcription reading(int revision, String text) {
    return Transcription.of(revision, text, ENGLISH);
  }

  private static PropertyDefinition definition(Label... labels) {
    return new PropertyDefinition(
        List.of(labels), Datatype.DATE, true, "When a lamp was first lit.");
  }

  private static Statement uncited(String reason) {
    return new Statement(
        LIGHTHOUSE, LIT, date("1887"), List.of(), null, Certainty.PROBABLE, List.of(), reason);
  }

  private static Statement citing(Citation... citations) {
    return new Statement(
        LIGHTHOUSE,
        LIT,
        date("1887"),
        List.of(
            new Qualifier(STATED_BY, text("the keeper")),
            new Qualifier(KEPT_BY, new Value.SubjectReference(KEEPER))),
        Edtf.parse("1887~"),
        Certainty.CERTAIN,
        List.of(citations),
        null);
  }

  /** What the second reading of the log book has in the place of the first one's year. */
  private static Citation secondReading(int number) {
    Citation first = yearCitation(number);
    return new Citation(
        number,
        first.source(),
        new Passage(2, ENGLISH, 1, "lit in 1881", "The lamp on Cape North was ", ".", 27, 38),
        null,
        Certainty.CERTAIN);
  }

  private static Citation noted(int number) {
    Citation plain = keeperCitation(number);
    return new Citation(number, plain.source(), plain.passage(), "in another hand", Certainty.LOW);
  }
}
