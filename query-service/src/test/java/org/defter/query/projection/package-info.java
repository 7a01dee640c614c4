@NullMarked
package org.defter.query.projection;

import org.jspecify.annotations.NullMarked;
