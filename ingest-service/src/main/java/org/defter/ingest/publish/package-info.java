/** Every committed event, in order, on the topic. */
@NullMarked
package org.defter.ingest.publish;

import org.jspecify.annotations.NullMarked;
