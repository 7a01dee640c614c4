@NullMarked
package org.defter.benchmark;

import org.jspecify.annotations.NullMarked;
