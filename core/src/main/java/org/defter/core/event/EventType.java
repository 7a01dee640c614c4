package org.defter.core.event;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.fact.FactEvent;
import org.defter.core.finding.FindingEvent;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.SourceEvent;
import org.defter.core.subject.SubjectEvent;

/**
 * The kinds of event, each with the name it is stored and published under. A name is never changed
 * or used again; when the shape of an event changes, it gets a further name ({@code .v2}) and the
 * old one stays readable.
 */
public enum EventType {
  SOURCE_DEPOSITED("archive.source.deposited.v1", SourceEvent.SourceDeposited.class),
  TRANSCRIPTION_REVISED_V1(
      "archive.source.transcription-revised.v1", SourceEvent.TranscriptionRevisedV1.class),
  TRANSCRIPTION_REVISED(
      "archive.source.transcription-revised.v2", SourceEvent.TranscriptionRevised.class),
  CORRECTION_RULE_SET("archive.source.correction-rule-set.v1", SourceEvent.CorrectionRuleSet.class),
  SUBJECT_REGISTERED("archive.subject.registered.v1", SubjectEvent.SubjectRegistered.class),
  SUBJECT_NAMED("archive.subject.named.v1", SubjectEvent.SubjectNamed.class),
  SUBJECT_IDENTIFIED("archive.subject.identified.v1", SubjectEvent.SubjectIdentified.class),
  SUBJECT_MERGED("archive.subject.merged.v1", SubjectEvent.SubjectMerged.class),
  SUBJECT_ABSORBED("archive.subject.absorbed.v1", SubjectEvent.SubjectAbsorbed.class),
  PROPERTY_DEFINED("archive.property.defined.v1", PropertyEvent.PropertyDefined.class),
  PROPERTY_REVISED("archive.property.revised.v1", PropertyEvent.PropertyRevised.class),
  FACT_RECORDED("archive.fact.recorded.v1", FactEvent.FactRecorded.class),
  FACT_CORRECTED("archive.fact.corrected.v1", FactEvent.FactCorrected.class),
  CITATION_ADDED("archive.fact.citation-added.v1", FactEvent.CitationAdded.class),
  CITATION_WITHDRAWN("archive.fact.citation-withdrawn.v1", FactEvent.CitationWithdrawn.class),
  CITATION_REANCHORED("archive.fact.citation-reanchored.v1", FactEvent.CitationReanchored.class),
  CITATION_UNANCHORED("archive.fact.citation-unanchored.v1", FactEvent.CitationUnanchored.class),
  FACT_DISPUTED("archive.fact.disputed.v1", FactEvent.FactDisputed.class),
  DISPUTE_SETTLED("archive.fact.dispute-settled.v1", FactEvent.DisputeSettled.class),
  FACT_DEPRECATED("archive.fact.deprecated.v1", FactEvent.FactDeprecated.class),
  FACT_RETRACTED("archive.fact.retracted.v1", FactEvent.FactRetracted.class),
  FACT_REINSTATED("archive.fact.reinstated.v1", FactEvent.FactReinstated.class),
  FACT_MERGED("archive.fact.merged.v1", FactEvent.FactMerged.class),
  FACT_ABSORBED("archive.fact.absorbed.v1", FactEvent.FactAbsorbed.class),
  CORRECTION_PROPOSED("archive.correction.proposed.v1", CorrectionEvent.CorrectionProposed.class),
  CORRECTION_ACCEPTED("archive.correction.accepted.v1", CorrectionEvent.CorrectionAccepted.class),
  CORRECTION_DECLINED("archive.correction.declined.v1", CorrectionEvent.CorrectionDeclined.class),
  CORRECTION_WITHDRAWN(
      "archive.correction.withdrawn.v1", CorrectionEvent.CorrectionWithdrawn.class),
  BOTH_LET_STAND("archive.finding.both-let-stand.v1", FindingEvent.BothLetStand.class),
  FINDING_REOPENED("archive.finding.reopened.v1", FindingEvent.FindingReopened.class);

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::typeName, Function.identity()));
  private static final Map<Class<? extends ArchiveEvent>, EventType> BY_CLASS =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

  private final String typeName;
  private final Class<? extends ArchiveEvent> eventClass;

  EventType(String typeName, Class<? extends ArchiveEvent> eventClass) {
    this.typeName = typeName;
    this.eventClass = eventClass;
  }

  /** The name in the store and in the CloudEvents {@code type} attribute. */
  public String typeName() {
    return typeName;
  }

  /** The class that today's code reads it into. */
  public Class<? extends ArchiveEvent> eventClass() {
    return eventClass;
  }

  /**
   * The type of this name.
   *
   * @throws IllegalArgumentException when this version of the code does not know it: it was written
   *     by a newer one
   */
  public static EventType named(String typeName) {
    EventType type = BY_NAME.get(typeName);
    if (type == null) {
      throw new IllegalArgumentException(
          "event type '" + typeName + "' is not known to this version: update this service");
    }
    return type;
  }

  /**
   * The type of this class.
   *
   * @throws IllegalStateException when it was forgotten here
   */
  public static EventType of(Class<? extends ArchiveEvent> eventClass) {
    EventType type = BY_CLASS.get(eventClass);
    if (type == null) {
      throw new IllegalStateException(eventClass + " has no stable name: add it to EventType");
    }
    return type;
  }
}
