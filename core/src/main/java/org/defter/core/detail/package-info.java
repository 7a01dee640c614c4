/** What people are told when something is refused, in their language. */
@NullMarked
package org.defter.core.detail;

import org.jspecify.annotations.NullMarked;
