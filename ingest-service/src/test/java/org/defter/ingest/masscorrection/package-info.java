@NullMarked
package org.defter.ingest.masscorrection;

import org.jspecify.annotations.NullMarked;
