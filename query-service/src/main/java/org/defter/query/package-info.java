/** The readers' side: what happened, read from Kafka, projected into Elasticsearch, and served. */
@NullMarked
package org.defter.query;

import org.jspecify.annotations.NullMarked;
