/**
 * What a witness of a log does (C2SP {@code tlog-witness}): it cosigns a checkpoint only if the log
 * grew to it out of what it cosigned before. Nothing here stores or speaks to anyone.
 */
@NullMarked
package org.defter.core.log.witness;

import org.jspecify.annotations.NullMarked;
