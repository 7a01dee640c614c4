package org.defter.core.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.ArchiveId;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.SourceEvent;
import org.defter.core.subject.SubjectEvent;

/** Something that happened, and the whole of what it happened to as it stands afterwards. */
public sealed interface ArchiveEvent permits FactEvent, PropertyEvent, SourceEvent, SubjectEvent {

  /** What it happened to. */
  ArchiveId id();

  /** The stable name of this kind of event, see {@link EventType}. */
  @JsonIgnore
  default EventType type() {
    return EventType.of(getClass());
  }
}
