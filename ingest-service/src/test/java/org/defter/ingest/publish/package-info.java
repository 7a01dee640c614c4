@NullMarked
package org.defter.ingest.publish;

import org.jspecify.annotations.NullMarked;
