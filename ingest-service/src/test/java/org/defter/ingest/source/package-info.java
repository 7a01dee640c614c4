@NullMarked
package org.defter.ingest.source;

import org.jspecify.annotations.NullMarked;
