@NullMarked
package org.defter.query.citation;

import org.jspecify.annotations.NullMarked;
