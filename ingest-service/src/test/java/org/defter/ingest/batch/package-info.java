@NullMarked
package org.defter.ingest.batch;

import org.jspecify.annotations.NullMarked;
