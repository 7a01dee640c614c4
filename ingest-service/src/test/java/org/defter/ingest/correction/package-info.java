@NullMarked
package org.defter.ingest.correction;

import org.jspecify.annotations.NullMarked;
