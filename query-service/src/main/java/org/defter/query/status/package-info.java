/** How far the projections have got, and whether the service can serve. */
@NullMarked
package org.defter.query.status;

import org.jspecify.annotations.NullMarked;
