@NullMarked
package org.defter.ingest.undo;

import org.jspecify.annotations.NullMarked;
