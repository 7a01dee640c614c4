/**
 * Undoing: a batch that takes back what another batch did, by further events that compensate it.
 * {@link org.defter.ingest.undo.WayBack} decides what leads a fact back.
 */
@NullMarked
package org.defter.ingest.undo;

import org.jspecify.annotations.NullMarked;
