@NullMarked
package org.defter.core.log.witness;

import org.jspecify.annotations.NullMarked;
