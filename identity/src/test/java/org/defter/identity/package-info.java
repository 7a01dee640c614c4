@NullMarked
package org.defter.identity;

import org.jspecify.annotations.NullMarked;
