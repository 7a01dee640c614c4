/** Documents, their transcriptions, and the facts that rest on them. */
@NullMarked
package org.defter.query.source;

import org.jspecify.annotations.NullMarked;
