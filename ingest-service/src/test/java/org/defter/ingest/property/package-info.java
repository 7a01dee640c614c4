@NullMarked
package org.defter.ingest.property;

import org.jspecify.annotations.NullMarked;
