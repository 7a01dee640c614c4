package org.defter.core.event;

import java.time.Instant;

/**
 * An event with its envelope, as the store holds it and the topic carries it.
 *
 * @param eventId unique for ever, a UUID
 * @param version which event of its aggregate it is, from 1; also the version of the aggregate
 *     after it
 * @param recordTime when the archive learnt it, by the server's clock
 * @param origin who did it and what led to it
 * @param event what happened
 */
public record RecordedEvent(
    String eventId, long version, Instant recordTime, Origin origin, ArchiveEvent event) {}
