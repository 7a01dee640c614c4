@NullMarked
package org.defter.query.fact;

import org.jspecify.annotations.NullMarked;
