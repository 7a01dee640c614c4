@NullMarked
package org.defter.core.correction;

import org.jspecify.annotations.NullMarked;
