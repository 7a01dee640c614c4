/** Mass corrections: everything that a search finds, handed on to be corrected as one batch. */
@NullMarked
package org.defter.query.masscorrection;

import org.jspecify.annotations.NullMarked;
