/** The answer to a command: the events it leads to, or why it is refused. */
@NullMarked
package org.defter.core.decision;

import org.jspecify.annotations.NullMarked;
