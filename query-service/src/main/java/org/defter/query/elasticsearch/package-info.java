/** How Elasticsearch is talked to, and its indexes made. */
@NullMarked
package org.defter.query.elasticsearch;

import org.jspecify.annotations.NullMarked;
