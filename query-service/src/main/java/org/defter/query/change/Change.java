package org.defter.query.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.event.FieldChange;
import org.defter.core.id.Actor;
import org.defter.readmodel.document.EventDocument;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param eventId the event
 * @param type its stable name
 * @param aggregate what it happened to, for example {@code fact/S012}
 * @param version of the aggregate after it
 * @param position in the store; not dense
 * @param recordTime when the archive learnt it
 * @param actor who did it
 * @param onBehalfOf for whom; null when for themselves
 * @param reason why; null for events that need none
 * @param changes for facts: field by field before and after; empty for a first version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    String eventId,
    String type,
    String aggregate,
    long version,
    long position,
    Instant recordTime,
    Actor actor,
    @Nullable Actor onBehalfOf,
    @Nullable Reason reason,
    List<FieldChange> changes) {

  static Change of(EventDocument event, List<FieldChange> changes) {
    return new Change(
        event.id(),
        event.type(),
        event.aggregate(),
        event.version(),
        event.position(),
        event.recordTime(),
        event.actor(),
        event.onBehalfOf(),
        event.reasonType() == null ? null : new Reason(event.reasonType(), event.reasonText()),
        changes);
  }

  /**
   * A page of the audit trail.
   *
   * @param total how many entries there are in all
   * @param next the cursor of the next page; null on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(long total, List<Change> changes, @Nullable String next) {}
}
