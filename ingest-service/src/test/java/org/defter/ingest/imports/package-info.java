@NullMarked
package org.defter.ingest.imports;

import org.jspecify.annotations.NullMarked;
