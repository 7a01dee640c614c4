/** Dates said in the reader's language. */
@NullMarked
package org.defter.query.date;

import org.jspecify.annotations.NullMarked;
