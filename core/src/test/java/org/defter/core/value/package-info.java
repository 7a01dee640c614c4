@NullMarked
package org.defter.core.value;

import org.jspecify.annotations.NullMarked;
