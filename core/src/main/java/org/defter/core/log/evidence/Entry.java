package org.defter.core.log.evidence;

import org.defter.core.log.InclusionProof;
import org.defter.core.log.LoggedEvent;

/**
 * One event of a fact's history, and that it is in the log.
 *
 * @param event as the log holds it
 * @param proof of its place, at the size of the evidence's checkpoint
 */
public record Entry(LoggedEvent event, InclusionProof proof) {}
