package org.defter.core.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.decision.Reason;
import org.defter.core.fact.FactEvent;
import org.defter.core.finding.FindingEvent;
import org.defter.core.id.ArchiveId;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.SourceEvent;
import org.defter.core.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/** Something that happened, and the whole of what it happened to as it stands afterwards. */
public sealed interface ArchiveEvent
    permits CorrectionEvent, FactEvent, FindingEvent, PropertyEvent, SourceEvent, SubjectEvent {

  /** What it happened to. */
  ArchiveId id();

  /** Why it was done, for the events that need a reason; null for the others. */
  @JsonIgnore
  default @Nullable Reason why() {
    return null;
  }

  /** The stable name of this kind of event, see {@link EventType}. */
  @JsonIgnore
  default EventType type() {
    return EventType.of(getClass());
  }
}
