@NullMarked
package org.defter.query.date;

import org.jspecify.annotations.NullMarked;
