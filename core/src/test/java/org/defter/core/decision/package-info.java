@NullMarked
package org.defter.core.decision;

import org.jspecify.annotations.NullMarked;
