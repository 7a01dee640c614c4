package org.defter.query.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.core.correction.CorrectionEvent.CorrectionProposed;
import org.defter.core.correction.Proposal;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.EventType;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.query.provenance.Recorded.Happening;
import org.defter.query.provenance.Recorded.History;
import org.defter.query.provenance.Recorded.Occurrence;
import org.defter.query.provenance.Recorded.Reading;
import org.defter.query.provenance.Recorded.Review;
import org.jspecify.annotations.Nullable;

/** A fact to which everything happened that can happen to one, and one that was merged into it. */
final class EventfulFact {

  static final FactId FACT = new FactId("F.1");
  static final FactId OTHER = new FactId("F2");
  static final Names NAMES = new Names("http://archive.example");
  private static final Instant BEGUN = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final Actor ANN = new Actor("ann@example.org", "Ann \"A.\" Berg", "archivist");
  private static final Actor BOB = new Actor("bob", null, "curator");
  private static final Actor MUSEUM = new Actor("museum", null, "principal");
  private static final Actor FOLLOWER = new Actor("follower", "The follower", "software-agent");
  private static final Reason REASON = new Reason(ReasonType.OTHER, "counted again, \"twice\"");
  private static final CorrectionId CORRECTION = new CorrectionId("C1");

  private final List<Happening> events = new ArrayList<>();
  private int hours;

  /** All that was recorded. */
  static Recorded recorded() {
    EventfulFact fact = new EventfulFact();
    fact.live();
    Occurrence merge = occurrence(12, EventType.FACT_MERGED, ANN, null, "command-12", "command-12");
    Statement same = statement("57", 1, 2);
    return new Recorded(
        List.of(
            new History(FACT, fact.events, Map.of(3L, review())),
            new History(
                OTHER,
                List.of(
                    new Happening(
                        occurrence(1, EventType.FACT_RECORDED, ANN, null, "batch-1.8", "batch-1"),
                        1,
                        new FactEvent.FactRecorded(OTHER, same, Standing.ACCEPTED)),
                    new Happening(
                        merge,
                        2,
                        new FactEvent.FactMerged(OTHER, same, Standing.MERGED, FACT, REASON))),
                Map.of())),
        List.of(
            new Reading(
                new SourceId("chronicle"),
                1,
                true,
                occurrence(0, EventType.SOURCE_DEPOSITED, ANN, null, "deposit", "deposit"),
                null),
            new Reading(
                new SourceId("chronicle"),
                2,
                false,
                occurrence(4, EventType.TRANSCRIPTION_REVISED, ANN, null, "revise", "revise"),
                new Reason(ReasonType.TRANSCRIPTION_ERROR, "read under better light"))));
  }

  static Document document() {
    return Provenance.of(recorded(), NAMES);
  }

  private void live() {
    Statement first = statement("60", 1, 1);
    Statement second = statement("57", 1, 1);
    Statement third = statement("58", 1, 1);
    Statement moved = statement("58", 2, 1);
    Statement both = statement("58", 2, 2);
    add("batch-1.7", "batch-1", ANN, null, new FactEvent.FactRecorded(FACT, first, ok()));
    add(BOB, MUSEUM, new FactEvent.FactCorrected(FACT, second, ok(), REASON));
    add("accept", "accept", BOB, null, new FactEvent.FactCorrected(FACT, third, ok(), REASON));
    hours++;
    add(
        "command-5",
        "event-4",
        FOLLOWER,
        ANN,
        new FactEvent.CitationReanchored(FACT, moved, ok(), 1, 1, null));
    add(BOB, null, new FactEvent.FactDisputed(FACT, moved, Standing.DISPUTED, REASON));
    add(BOB, null, new FactEvent.DisputeSettled(FACT, moved, ok(), REASON));
    add(BOB, null, new FactEvent.FactDeprecated(FACT, moved, Standing.DEPRECATED, REASON));
    add(BOB, null, new FactEvent.FactReinstated(FACT, moved, ok(), REASON));
    add(BOB, null, new FactEvent.FactRetracted(FACT, moved, Standing.RETRACTED, REASON));
    add(BOB, null, new FactEvent.FactReinstated(FACT, moved, ok(), REASON));
    add(ANN, null, new FactEvent.FactAbsorbed(FACT, both, ok(), OTHER, REASON));
  }

  private static Standing ok() {
    return Standing.ACCEPTED;
  }

  private void add(Actor actor, @Nullable Actor onBehalfOf, FactEvent event) {
    String command = "command-" + (hours + 1);
    add(command, command, actor, onBehalfOf, event);
  }

  private void add(
      String command, String cause, Actor actor, @Nullable Actor onBehalfOf, FactEvent event) {
    hours++;
    events.add(
        new Happening(
            occurrence(hours, EventType.of(event.getClass()), actor, onBehalfOf, command, cause),
            events.size() + 1,
            event));
  }

  private static Review review() {
    Occurrence proposed =
        occurrence(2, EventType.CORRECTION_PROPOSED, ANN, MUSEUM, "propose", "propose");
    return new Review(
        CORRECTION,
        proposed,
        new CorrectionProposed(
            CORRECTION,
            new Proposal(
                FACT, 2, statement("57", 1, 1), statement("58", 1, 1), REASON, ANN, MUSEUM)),
        occurrence(3, EventType.CORRECTION_ACCEPTED, BOB, null, "accept", "accept"),
        "seen");
  }

  private static Occurrence occurrence(
      int hour,
      EventType type,
      Actor actor,
      @Nullable Actor onBehalfOf,
      String command,
      String cause) {
    return new Occurrence(
        "event-" + hour,
        type.typeName(),
        BEGUN.plusSeconds(3600L * hour),
        actor,
        onBehalfOf,
        command,
        cause);
  }

  /** So many members, by the first so many citations of that revision. */
  private static Statement statement(String amount, int revision, int citations) {
    List<Citation> cited = new ArrayList<>();
    for (int number = 1; number <= citations; number++) {
      cited.add(
          new Citation(
              number,
              new SourceId("chronicle"),
              new Passage(
                  revision,
                  new LanguageTag("ru"),
                  number,
                  "в союз \"входят\" 60 государств",
                  "",
                  "",
                  100 * number,
                  100 * number + 31),
              null,
              Certainty.CERTAIN));
    }
    return new Statement(
        new SubjectId("union"),
        new PropertyId("members"),
        new Quantity(amount, "state", true),
        List.of(),
        Edtf.parse("1994-07"),
        Certainty.PROBABLE,
        cited,
        null);
  }
}
