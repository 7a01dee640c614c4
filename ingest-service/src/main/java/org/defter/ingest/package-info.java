/**
 * The archivists' side: commands over HTTP, decided by the core, stored by Axon, published to
 * Kafka.
 */
@NullMarked
package org.defter.ingest;

import org.jspecify.annotations.NullMarked;
