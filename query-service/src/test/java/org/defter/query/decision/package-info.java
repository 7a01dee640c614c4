@NullMarked
package org.defter.query.decision;

import org.jspecify.annotations.NullMarked;
