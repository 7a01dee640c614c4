@NullMarked
package org.defter.core.id;

import org.jspecify.annotations.NullMarked;
