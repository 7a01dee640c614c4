package org.defter.ingest.masscorrection;

import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.id.FactId;

/**
 * A line of a mass correction.
 *
 * @param fact which fact
 * @param version the version that was seen: when it is at another, it is left as it is
 * @param changes what to change
 */
record CorrectionRow(FactId fact, long version, Changes changes) {}
