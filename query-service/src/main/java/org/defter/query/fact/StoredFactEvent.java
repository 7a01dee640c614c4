package org.defter.query.fact;

import org.defter.core.event.RecordedEvent;
import org.defter.core.fact.FactEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event of a fact with its envelope.
 *
 * @param recorded the envelope, with the event in it
 * @param event the event again, as what it is
 * @param position in the store; null where it is not known
 */
record StoredFactEvent(RecordedEvent recorded, FactEvent event, @Nullable Long position) {}
