@NullMarked
package org.defter.ingest.read;

import org.jspecify.annotations.NullMarked;
