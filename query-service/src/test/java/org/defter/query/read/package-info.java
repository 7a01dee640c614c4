@NullMarked
package org.defter.query.read;

import org.jspecify.annotations.NullMarked;
