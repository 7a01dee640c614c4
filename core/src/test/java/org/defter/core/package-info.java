@NullMarked
package org.defter.core;

import org.jspecify.annotations.NullMarked;
