package org.defter.core.correction;

import static org.defter.core.Lighthouse.ENGLISH;
import static org.defter.core.Lighthouse.LIT;
import static org.defter.core.Lighthouse.LOG;
import static org.defter.core.Lighthouse.date;
import static org.defter.core.Lighthouse.litIn1887;
import static org.defter.core.Lighthouse.yearCitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.defter.core.FakeArchive;
import org.defter.core.Lighthouse;
import org.defter.core.correction.CorrectionCommand.ProposeCorrection;
import org.defter.core.correction.CorrectionEvent.CorrectionProposed;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.Origin;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.property.PropertyEvent.PropertyDefined;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.CorrectionRule.People;
import org.defter.core.source.SourceEvent.CorrectionRuleSet;
import org.defter.core.source.SourceEvent.SourceDeposited;
import org.defter.core.source.Transcription;
import org.defter.core.subject.SubjectEvent.SubjectRegistered;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/** A proposal to change the year a lighthouse was lit in, and the people who look at it. */
final class Review {

  static final CorrectionId ID = new CorrectionId("c1");
  static final FactId FACT = new FactId("f1");
  static final Instant PROPOSED_AT = Instant.parse("2026-02-03T04:05:06Z");
  static final Reason REASON = new Reason(ReasonType.TRANSCRIPTION_ERROR, "a seven, not a one");
  static final Origin MARIA = by("maria", "volunteer");
  static final Origin OLAF = by("olaf", "archivist");

  private Review() {}

  static Origin by(String actor, String role) {
    return new Origin(new Actor(actor, null, role), null, "command", "correlation", "causation");
  }

  static Origin by(String actor, String role, String onBehalfOf) {
    return new Origin(
        new Actor(actor, null, role),
        new Actor(onBehalfOf, null, "principal"),
        "command",
        "correlation",
        "causation");
  }

  static Statement lit(String year) {
    Statement said = litIn1887(List.of(yearCitation(1)));
    return new Statement(
        said.subject(),
        said.property(),
        date(year),
        said.qualifiers(),
        said.valid(),
        said.certainty(),
        said.citations(),
        null);
  }

  static FactEvent recorded() {
    return new FactEvent.FactRecorded(FACT, lit("1887"), Standing.ACCEPTED);
  }

  static FactEvent corrected(Statement statement) {
    return new FactEvent.FactCorrected(FACT, statement, Standing.ACCEPTED, REASON);
  }

  static FactEvent retracted() {
    return new FactEvent.FactRetracted(FACT, lit("1887"), Standing.RETRACTED, REASON);
  }

  /** An archive that holds the fact, after what happened to it and to the rules. */
  static FakeArchive archive(ArchiveEvent... further) {
    List<ArchiveEvent> events =
        new ArrayList<>(
            List.of(
                new SubjectRegistered(
                    Lighthouse.LIGHTHOUSE,
                    SubjectKind.PLACE,
                    List.of(Lighthouse.name("Cape North Light")),
                    List.of()),
                new PropertyDefined(LIT, Lighthouse.defines("lit", Datatype.DATE)),
                new SourceDeposited(
                    LOG,
                    Lighthouse.described("Log book"),
                    Transcription.of(1, Lighthouse.FIRST_READING, ENGLISH)),
                recorded()));
    events.addAll(Arrays.asList(further));
    return FakeArchive.after(events.toArray(ArchiveEvent[]::new));
  }

  /** That curators may correct what is cited from the log book, and reviewers review it. */
  static ArchiveEvent ruled() {
    return new CorrectionRuleSet(
        LOG,
        Lighthouse.described("Log book"),
        null,
        new CorrectionRule(
            new People(List.of("curator"), List.of("anna")),
            new People(List.of("reviewer"), List.of())));
  }

  static Changes year(String year, CitationDraft... cite) {
    return new Changes(null, null, date(year), null, null, null, List.of(cite));
  }

  static Changes value(Value value) {
    return new Changes(null, null, value, null, null, null, List.of());
  }

  static ProposeCorrection propose(@Nullable Long version, Changes changes) {
    return new ProposeCorrection(ID, FACT, version, changes, REASON);
  }

  static Proposal proposal(Origin by) {
    return new Proposal(FACT, 1, lit("1887"), lit("1881"), REASON, by.actor(), by.onBehalfOf());
  }

  /** As proposed by somebody. */
  static Correction proposed(Origin by) {
    return Correction.evolve(null, new CorrectionProposed(ID, proposal(by)), PROPOSED_AT);
  }

  static Decision<CorrectionEvent> accepted(CorrectionEvent event) {
    return Decision.accept(event);
  }

  static Decision<CorrectionEvent> refused(Refusal refusal) {
    return Decision.refuse(refusal);
  }

  static Class<?> kindOf(Decision<CorrectionEvent> decision) {
    return switch (decision) {
      case Decision.Refused<CorrectionEvent>(var refusal) -> refusal.getClass();
      case Decision.Accepted<CorrectionEvent>(var events) -> events.getFirst().getClass();
    };
  }
}
