@NullMarked
package org.defter.query.masscorrection;

import org.jspecify.annotations.NullMarked;
