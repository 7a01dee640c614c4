@NullMarked
package org.defter.query.comparison;

import org.jspecify.annotations.NullMarked;
