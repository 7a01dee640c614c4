/** Pairs of facts that contradict or repeat each other, and what curators say about them. */
@NullMarked
package org.defter.core.finding;

import org.jspecify.annotations.NullMarked;
