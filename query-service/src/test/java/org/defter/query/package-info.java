@NullMarked
package org.defter.query;

import org.jspecify.annotations.NullMarked;
