/** Facts by their identifier: as they stand, as they stood, and how they came about. */
@NullMarked
package org.defter.query.fact;

import org.jspecify.annotations.NullMarked;
