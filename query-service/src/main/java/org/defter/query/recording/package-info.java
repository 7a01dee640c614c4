/** What archivists type when they record or correct a fact, read as the archive understands it. */
@NullMarked
package org.defter.query.recording;

import org.jspecify.annotations.NullMarked;
