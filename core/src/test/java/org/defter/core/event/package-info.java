@NullMarked
package org.defter.core.event;

import org.jspecify.annotations.NullMarked;
