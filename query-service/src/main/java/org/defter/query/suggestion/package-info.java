/** What a reader may mean, from the first letters of a name in any script. */
@NullMarked
package org.defter.query.suggestion;

import org.jspecify.annotations.NullMarked;
