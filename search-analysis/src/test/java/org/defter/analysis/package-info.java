@NullMarked
package org.defter.analysis;

import org.jspecify.annotations.NullMarked;
