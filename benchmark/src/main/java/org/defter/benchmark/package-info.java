/** Measures the archive, each figure beside the limit of the server it stands on. */
@NullMarked
package org.defter.benchmark;

import org.jspecify.annotations.NullMarked;
