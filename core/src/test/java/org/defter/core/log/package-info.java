@NullMarked
package org.defter.core.log;

import org.jspecify.annotations.NullMarked;
