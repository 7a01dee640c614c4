@NullMarked
package org.defter.audit;

import org.jspecify.annotations.NullMarked;
