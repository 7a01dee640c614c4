package org.defter.query.fact;

import org.defter.core.fact.FactEvent;
import org.defter.readmodel.document.EventDocument;

/**
 * An event of a fact.
 *
 * @param envelope who, when and why
 * @param event what happened
 */
public record StoredFactEvent(EventDocument envelope, FactEvent event) {}
