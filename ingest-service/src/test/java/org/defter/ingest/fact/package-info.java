@NullMarked
package org.defter.ingest.fact;

import org.jspecify.annotations.NullMarked;
