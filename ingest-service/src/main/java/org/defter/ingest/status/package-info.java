/** How far the service has got. */
@NullMarked
package org.defter.ingest.status;

import org.jspecify.annotations.NullMarked;
