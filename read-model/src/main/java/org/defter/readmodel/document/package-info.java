/** The documents in the indexes: written by the projections, searched by the readers. */
@NullMarked
package org.defter.readmodel.document;

import org.jspecify.annotations.NullMarked;
