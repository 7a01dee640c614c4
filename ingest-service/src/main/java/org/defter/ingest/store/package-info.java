/** The event store: Axon on PostgreSQL, and what is looked up in it. */
@NullMarked
package org.defter.ingest.store;

import org.jspecify.annotations.NullMarked;
