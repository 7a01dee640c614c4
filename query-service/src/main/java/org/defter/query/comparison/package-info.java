/** What differs between the archive as it was known on one date and on another. */
@NullMarked
package org.defter.query.comparison;

import org.jspecify.annotations.NullMarked;
