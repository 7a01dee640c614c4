/** Properties: defined and revised. */
@NullMarked
package org.defter.ingest.property;

import org.jspecify.annotations.NullMarked;
