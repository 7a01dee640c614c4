/**
 * An auditor's look at the log of an archive, from outside: nothing of what it says is believed.
 */
@NullMarked
package org.defter.audit;

import org.jspecify.annotations.NullMarked;
