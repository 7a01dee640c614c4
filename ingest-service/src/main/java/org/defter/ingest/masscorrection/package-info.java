/** Mass corrections: the same reason, and a change to each of many facts, as one batch. */
@NullMarked
package org.defter.ingest.masscorrection;

import org.jspecify.annotations.NullMarked;
