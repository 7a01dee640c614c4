package org.defter.readmodel.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.correction.Proposal;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.event.Origin;
import org.defter.core.event.RecordedEvent;
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
import org.defter.core.id.PropertyId;
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

/** Events with every field set. */
public final class Samples {

  public static final Instant NINE = Instant.parse("2026-03-01T09:00:00.123Z");
  public static final FindingId PAIR = FindingId.about(new FactId("F1"), new FactId("F2"));
  public static final LanguageTag RU = new LanguageTag("ru");
  public static final LanguageTag EN = new LanguageTag("en");
  private static final Reason REASON = new Reason(ReasonType.WRONG_DATE, "the letter is older");
  private static final Origin ORIGIN =
      new Origin(
          new Actor("maya", "Maya Orlova", "archivist"),
          new Actor("kamran", null, "researcher"),
          "command-1",
          "correlation-1",
          "causation-1");

  private static final CorrectionId CORRECTION = new CorrectionId("C1");

  private Samples() {}

  /** Recorded an hour after the one of the version before. */
  public static RecordedEvent recorded(long version, ArchiveEvent event) {
    String id = event.id().qualified() + "/" + version;
    return new RecordedEvent(
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(),
        version,
        NINE.plusSeconds(3600 * (version - 1)),
        ORIGIN,
        event);
  }

  public static PublishedEvent published(long version, ArchiveEvent event) {
    return new PublishedEvent(recorded(version, event), 40 + version, ArchiveJson.write(event));
  }

  public static Statement statement(Value value) {
    return new Statement(
        new SubjectId("guild"),
        new PropertyId("motto"),
        value,
        List.of(
            new Qualifier(
                new PropertyId("claimed-by"), new Value.Text("die Zunft", new LanguageTag("de"))),
            new Qualifier(new PropertyId("at"), new Value.SubjectReference(new SubjectId("fair")))),
        Edtf.parse("1891-12/1893"),
        Certainty.PROBABLE,
        List.of(
            citation(1, "ledger", 3, "гильдия ткачей", "в городе ", " была"),
            citation(2, "ledger", 3, "гильдия ткачей", "в городе ", " была"),
            citation(3, "letter", 1, "гильдии", "глава ", ".")),
        null);
  }

  private static Citation citation(
      int number, String source, int paragraph, String exact, String prefix, String suffix) {
    return new Citation(
        number,
        new SourceId(source),
        new Passage(1, RU, paragraph, exact, prefix, suffix, 9, 9 + exact.length()),
        null,
        Certainty.CERTAIN);
  }

  public static FactEvent fact(EventType type, String id) {
    return fact(type, id, new Value.Text("Weaving is  honest work", EN));
  }

  public static FactEvent fact(EventType type, String id, Value value) {
    FactId fact = new FactId(id);
    Statement statement = statement(value);
    return switch (type) {
      case FACT_RECORDED -> new FactEvent.FactRecorded(fact, statement, Standing.ACCEPTED);
      case FACT_CORRECTED ->
          new FactEvent.FactCorrected(fact, statement, Standing.ACCEPTED, REASON);
      case CITATION_ADDED -> new FactEvent.CitationAdded(fact, statement, Standing.ACCEPTED, 3);
      case FACT_RETRACTED ->
          new FactEvent.FactRetracted(fact, statement, Standing.RETRACTED, REASON);
      case FACT_REINSTATED ->
          new FactEvent.FactReinstated(fact, statement, Standing.ACCEPTED, REASON);
      case CITATION_WITHDRAWN ->
          new FactEvent.CitationWithdrawn(fact, statement, Standing.ACCEPTED, 2, REASON);
      case CITATION_REANCHORED ->
          new FactEvent.CitationReanchored(fact, statement, Standing.ACCEPTED, 1, 1, REASON);
      case CITATION_UNANCHORED ->
          new FactEvent.CitationUnanchored(
              fact, statement, Standing.ACCEPTED, 1, 2, AnchorState.LOST, List.of());
      case FACT_DISPUTED -> new FactEvent.FactDisputed(fact, statement, Standing.DISPUTED, REASON);
      case DISPUTE_SETTLED ->
          new FactEvent.DisputeSettled(fact, statement, Standing.ACCEPTED, REASON);
      case FACT_DEPRECATED ->
          new FactEvent.FactDeprecated(fact, statement, Standing.DEPRECATED, REASON);
      case FACT_MERGED ->
          new FactEvent.FactMerged(fact, statement, Standing.MERGED, new FactId("other"), REASON);
      case FACT_ABSORBED ->
          new FactEvent.FactAbsorbed(
              fact, statement, Standing.ACCEPTED, new FactId("other"), REASON);
      default -> throw new IllegalArgumentException(type + " does not happen to facts");
    };
  }

  /** One event of the type. */
  public static ArchiveEvent event(EventType type) {
    return switch (type) {
      case SOURCE_DEPOSITED ->
          new SourceEvent.SourceDeposited(new SourceId("ledger"), description(), transcription(1));
      case TRANSCRIPTION_REVISED_V1 ->
          new SourceEvent.TranscriptionRevisedV1(
              new SourceId("ledger"), description(), transcription(2), "read again");
      case TRANSCRIPTION_REVISED ->
          new SourceEvent.TranscriptionRevised(
              new SourceId("ledger"), description(), transcription(3), REASON);
      case SUBJECT_REGISTERED ->
          new SubjectEvent.SubjectRegistered(
              new SubjectId("guild"), SubjectKind.CORPORATE_BODY, names(), identifiers());
      case SUBJECT_NAMED ->
          new SubjectEvent.SubjectNamed(
              new SubjectId("guild"), SubjectKind.CORPORATE_BODY, names(), identifiers());
      case SUBJECT_IDENTIFIED ->
          new SubjectEvent.SubjectIdentified(
              new SubjectId("guild"), SubjectKind.CORPORATE_BODY, names(), identifiers());
      case SUBJECT_MERGED ->
          new SubjectEvent.SubjectMerged(
              new SubjectId("guild"),
              SubjectKind.CORPORATE_BODY,
              names(),
              identifiers(),
              new SubjectId("weavers"),
              REASON);
      case SUBJECT_ABSORBED ->
          new SubjectEvent.SubjectAbsorbed(
              new SubjectId("guild"),
              SubjectKind.CORPORATE_BODY,
              names(),
              identifiers(),
              new SubjectId("weavers"),
              REASON);
      case PROPERTY_DEFINED -> new PropertyEvent.PropertyDefined(new PropertyId("motto"), motto());
      case PROPERTY_REVISED -> new PropertyEvent.PropertyRevised(new PropertyId("motto"), motto());
      case FACT_RECORDED,
          FACT_CORRECTED,
          CITATION_ADDED,
          CITATION_WITHDRAWN,
          CITATION_REANCHORED,
          CITATION_UNANCHORED,
          FACT_DISPUTED,
          DISPUTE_SETTLED,
          FACT_DEPRECATED,
          FACT_RETRACTED,
          FACT_REINSTATED,
          FACT_MERGED,
          FACT_ABSORBED ->
          fact(type, "F1");
      case CORRECTION_RULE_SET ->
          new SourceEvent.CorrectionRuleSet(
              new SourceId("ledger"),
              description(),
              transcription(2),
              new CorrectionRule(new People(List.of("curator"), List.of("maya")), null));
      case CORRECTION_PROPOSED -> new CorrectionEvent.CorrectionProposed(CORRECTION, proposal());
      case CORRECTION_ACCEPTED ->
          new CorrectionEvent.CorrectionAccepted(
              CORRECTION, proposal(), NINE, 4, ReviewDecision.AS_PROPOSED, "seen");
      case CORRECTION_DECLINED ->
          new CorrectionEvent.CorrectionDeclined(CORRECTION, proposal(), NINE, "it is right");
      case CORRECTION_WITHDRAWN ->
          new CorrectionEvent.CorrectionWithdrawn(CORRECTION, proposal(), NINE, "misread");
      case BOTH_LET_STAND -> new FindingEvent.BothLetStand(PAIR, said(), REASON);
      case FINDING_REOPENED -> new FindingEvent.FindingReopened(PAIR, said(), REASON);
    };
  }

  public static Proposal proposal() {
    return new Proposal(
        new FactId("F1"),
        2,
        statement(new Value.Text("Weaving is hard work", EN)),
        statement(new Value.Text("Weaving is  honest work", EN)),
        REASON,
        ORIGIN.actor(),
        ORIGIN.onBehalfOf());
  }

  private static List<Said> said() {
    Statement statement = statement(new Value.Text("Weaving is honest work", EN));
    return List.of(
        new Said(
            new FactId("F1"),
            2,
            statement.subject(),
            statement.property(),
            statement.value(),
            statement.valid()),
        new Said(
            new FactId("F2"),
            1,
            statement.subject(),
            statement.property(),
            new Value.Text("Weave well", EN),
            null));
  }

  private static SourceDescription description() {
    return new SourceDescription(
        "Ledger of the weavers",
        "W 1/3",
        List.of("The guild"),
        Edtf.parse("1890~"),
        List.of(RU),
        Level.ITEM,
        new SourceId("archive-of-the-guild"),
        Access.OPEN);
  }

  private static Transcription transcription(int revision) {
    return Transcription.of(revision, "Первая строка\n\nв городе гильдия ткачей была", RU);
  }

  private static List<Name> names() {
    return List.of(
        new Name("Гильдия ткачей", RU, Edtf.parse("1880/..")),
        new Name("Guild of Weavers", EN, null));
  }

  private static List<ExternalIdentifier> identifiers() {
    return List.of(new ExternalIdentifier("wikidata", "Q1"));
  }

  private static PropertyDefinition motto() {
    return new PropertyDefinition(
        List.of(new Label("motto", EN)), Datatype.TEXT, true, "Words a body lives by");
  }
}
