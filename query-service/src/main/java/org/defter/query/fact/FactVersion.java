package org.defter.query.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.core.decision.Reason;
import org.defter.core.event.FieldChange;
import org.defter.core.event.FieldChanges;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.readmodel.document.EventDocument;
import org.jspecify.annotations.Nullable;

/**
 * One version of a fact: what happened, who did it, when and why, and what it changed.
 *
 * @param version counts from 1
 * @param type the event's stable name, for example {@code archive.fact.corrected.v1}
 * @param eventId the event
 * @param recordTime when the archive learnt it
 * @param position of the event in the store; not dense
 * @param actor who did it
 * @param onBehalfOf for whom; null when for themselves
 * @param reason why; null for events that need none
 * @param correction the proposal it came of; null when it was made directly
 * @param standing how the fact stood from then on
 * @param statement all that it said from then on
 * @param changes field by field before and after; empty for the first version
 */
public record FactVersion(
    long version,
    String type,
    String eventId,
    Instant recordTime,
    long position,
    Actor actor,
    @Nullable Actor onBehalfOf,
    @Nullable Reason reason,
    @Nullable CorrectionId correction,
    Standing standing,
    Statement statement,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<FieldChange> changes) {

  /**
   * The versions that a fact's events led to.
   *
   * @param events all of one fact, oldest first
   * @param accepted the proposals that versions came of, by version
   */
  static List<FactVersion> of(List<StoredFactEvent> events, Map<Long, CorrectionId> accepted) {
    List<FactVersion> versions = new ArrayList<>();
    for (StoredFactEvent stored : events) {
      FactVersion before = versions.isEmpty() ? null : versions.getLast();
      versions.add(following(before, stored, accepted));
    }
    return List.copyOf(versions);
  }

  private static FactVersion following(
      @Nullable FactVersion before, StoredFactEvent stored, Map<Long, CorrectionId> accepted) {
    EventDocument envelope = stored.envelope();
    FactEvent event = stored.event();
    List<FieldChange> changes =
        before == null
            ? List.of()
            : FieldChanges.between(
                before.statement(), before.standing(), event.statement(), event.standing());
    return new FactVersion(
        envelope.version(),
        envelope.type(),
        envelope.id(),
        envelope.recordTime(),
        envelope.position(),
        envelope.actor(),
        envelope.onBehalfOf(),
        event.why(),
        accepted.get(envelope.version()),
        event.standing(),
        event.statement(),
        changes);
  }
}
