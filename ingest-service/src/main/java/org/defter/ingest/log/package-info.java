/** The log: lets the Merkle tree grow by what the store has committed, signs it, and serves it. */
@NullMarked
package org.defter.ingest.log;

import org.jspecify.annotations.NullMarked;
