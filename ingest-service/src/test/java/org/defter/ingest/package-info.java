/** Tests of the service as a whole, on the real stack. */
@NullMarked
package org.defter.ingest;

import org.jspecify.annotations.NullMarked;
