package org.defter.readmodel.projection;

import org.defter.core.event.RecordedEvent;

/**
 * An event as the topic carried it.
 *
 * @param recorded the event with its envelope
 * @param position in the store; not dense
 * @param data the event's JSON, as it stood in the message
 */
public record PublishedEvent(RecordedEvent recorded, long position, String data) {}
