/** What went wrong, as RFC 9457 problem details. */
@NullMarked
package org.defter.ingest.problem;

import org.jspecify.annotations.NullMarked;
