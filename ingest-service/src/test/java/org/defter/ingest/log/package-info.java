@NullMarked
package org.defter.ingest.log;

import org.jspecify.annotations.NullMarked;
