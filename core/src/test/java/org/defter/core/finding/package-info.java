@NullMarked
package org.defter.core.finding;

import org.jspecify.annotations.NullMarked;
