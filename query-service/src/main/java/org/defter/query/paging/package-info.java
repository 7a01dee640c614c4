/** Pages of long answers: opaque cursors, never offsets. */
@NullMarked
package org.defter.query.paging;

import org.jspecify.annotations.NullMarked;
