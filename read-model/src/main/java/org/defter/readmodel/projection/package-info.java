/** From events to documents: pure functions, the same today and when all is replayed. */
@NullMarked
package org.defter.readmodel.projection;

import org.jspecify.annotations.NullMarked;
