@NullMarked
package org.defter.core.source;

import org.jspecify.annotations.NullMarked;
