/** Documents the archive holds, their transcriptions, and the passages that citations point at. */
@NullMarked
package org.defter.core.source;

import org.jspecify.annotations.NullMarked;
