/**
 * The evidence of a fact: one file that shows, offline and without trust in the archive, what the
 * fact's history in the log is. The format is described in {@code docs/evidence.md}.
 */
@NullMarked
package org.defter.core.log.evidence;

import org.jspecify.annotations.NullMarked;
