@NullMarked
package org.defter.query.result;

import org.jspecify.annotations.NullMarked;
