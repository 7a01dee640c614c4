package org.defter.ingest.store;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.RecordedEvent;

/** From Axon's messages to the archive's own terms. */
public final class StoredMessages {

  /** The one entry of a message's metadata: an {@link org.defter.core.event.Origin}. */
  public static final String ORIGIN = "origin";

  private StoredMessages() {}

  /** The event and its envelope. */
  public static RecordedEvent recorded(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> stored)
        || !(stored.getPayload() instanceof ArchiveEvent event)) {
      throw new IllegalStateException(
          "the store holds something that is no event of the archive: " + message);
    }
    return new RecordedEvent(
        stored.getIdentifier(),
        stored.getSequenceNumber() + 1,
        stored.getTimestamp(),
        ArchiveEventSerializer.origin(stored.getMetaData()),
        event);
  }
}
