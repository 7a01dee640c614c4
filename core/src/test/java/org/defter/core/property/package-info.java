@NullMarked
package org.defter.core.property;

import org.jspecify.annotations.NullMarked;
