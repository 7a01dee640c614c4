/** The way to the search index, for everything that reads. */
@NullMarked
package org.defter.query.read;

import org.jspecify.annotations.NullMarked;
