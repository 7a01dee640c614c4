@NullMarked
package org.defter.core.log.evidence;

import org.jspecify.annotations.NullMarked;
