@NullMarked
package org.defter.query.correction;

import org.jspecify.annotations.NullMarked;
