/** Finding facts: full text, filters, facets, highlights and a timeline. */
@NullMarked
package org.defter.query.search;

import org.jspecify.annotations.NullMarked;
