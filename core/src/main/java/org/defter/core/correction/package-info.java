/**
 * Proposed corrections: what somebody asks to change in a fact, and what a second person makes of
 * it.
 */
@NullMarked
package org.defter.core.correction;

import org.jspecify.annotations.NullMarked;
