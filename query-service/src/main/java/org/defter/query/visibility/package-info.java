/** Read your writes: a read that names a receipt answers once it shows what was written. */
@NullMarked
package org.defter.query.visibility;

import org.jspecify.annotations.NullMarked;
