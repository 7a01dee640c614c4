@NullMarked
package org.defter.core.subject;

import org.jspecify.annotations.NullMarked;
