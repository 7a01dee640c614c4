/** Who read what of the restricted sources. */
@NullMarked
package org.defter.ingest.read;

import org.jspecify.annotations.NullMarked;
