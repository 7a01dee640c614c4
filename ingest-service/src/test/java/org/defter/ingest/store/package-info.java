@NullMarked
package org.defter.ingest.store;

import org.jspecify.annotations.NullMarked;
