@NullMarked
package org.defter.core.fact;

import org.jspecify.annotations.NullMarked;
