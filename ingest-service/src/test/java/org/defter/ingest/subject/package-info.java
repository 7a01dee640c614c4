@NullMarked
package org.defter.ingest.subject;

import org.jspecify.annotations.NullMarked;
