/** Findings: what is decided about facts that contradict or repeat each other. */
@NullMarked
package org.defter.ingest.finding;

import org.jspecify.annotations.NullMarked;
