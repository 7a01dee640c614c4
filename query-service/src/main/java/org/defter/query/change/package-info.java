/** The audit trail: every event, who caused it, and what it changed. */
@NullMarked
package org.defter.query.change;

import org.jspecify.annotations.NullMarked;
