/** Citations follow the transcriptions they point into when these are revised. */
@NullMarked
package org.defter.ingest.anchoring;

import org.jspecify.annotations.NullMarked;
