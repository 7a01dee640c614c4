package org.defter.query.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.decision.Reason;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.readmodel.document.EventDocument;
import org.jspecify.annotations.Nullable;

/**
 * All that the archive recorded of how a fact came about.
 *
 * @param histories of the fact asked for, which is first, and of those it was merged with
 * @param readings how the transcriptions that they cite came about
 */
record Recorded(List<History> histories, List<Reading> readings) {

  Recorded {
    histories = List.copyOf(histories);
    readings = List.copyOf(readings);
  }

  /**
   * What happened to one fact.
   *
   * @param events oldest first
   * @param reviews the proposals that versions came of, by version
   */
  record History(FactId fact, List<Happening> events, Map<Long, Review> reviews) {
    History {
      events = List.copyOf(events);
      reviews = Map.copyOf(reviews);
    }
  }

  /** An event of a fact, and the version it led to. */
  record Happening(Occurrence occurrence, long version, FactEvent event) {}

  /** A proposal that was accepted. */
  record Review(
      CorrectionId id,
      Occurrence proposed,
      CorrectionEvent.CorrectionProposed proposal,
      Occurrence accepted,
      @Nullable String remark) {}

  /**
   * A revision of a transcription.
   *
   * @param deposited whether it came with its source
   */
  record Reading(
      SourceId source,
      int revision,
      boolean deposited,
      Occurrence occurrence,
      @Nullable Reason why) {}

  /**
   * Who did what when, and what led to it.
   *
   * @param eventId the event
   * @param commandId the command; shared by the events that it led to
   * @param causationId what led to the command; the command itself when a person sent it
   */
  record Occurrence(
      String eventId,
      String type,
      Instant time,
      Actor actor,
      @Nullable Actor onBehalfOf,
      String commandId,
      String causationId) {

    static Occurrence of(EventDocument event) {
      return new Occurrence(
          event.id(),
          event.type(),
          event.recordTime(),
          event.actor(),
          event.onBehalfOf(),
          event.commandId(),
          event.causationId());
    }

    /**
     * The batch it was a step of; null where it was none. Steps are numbered behind a full stop.
     */
    @Nullable String batch() {
      return commandId.startsWith(causationId + ".") ? causationId : null;
    }
  }
}
