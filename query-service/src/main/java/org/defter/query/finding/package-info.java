/** Facts that contradict or repeat each other: found when they are asked for. */
@NullMarked
package org.defter.query.finding;

import org.jspecify.annotations.NullMarked;
