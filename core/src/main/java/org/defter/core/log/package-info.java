/**
 * The archive's log: an append-only Merkle tree over every event (RFC 9162, 2.1), as tiles, signed
 * checkpoints and proofs in the formats of C2SP ({@code tlog-tiles}, {@code tlog-checkpoint},
 * {@code signed-note}, {@code tlog-cosignature}, {@code tlog-proof}). Nothing here stores, signs by
 * itself or speaks to anyone.
 *
 * <p>Text or bytes of another form than the format's are an {@link
 * org.defter.core.value.InvalidValue}; what is well formed and does not prove what it should is a
 * {@link org.defter.core.log.NotProven}.
 */
@NullMarked
package org.defter.core.log;

import org.jspecify.annotations.NullMarked;
