/** A small independent witness of logs, over HTTP: C2SP {@code tlog-witness}. */
@NullMarked
package org.defter.localstack.witness;

import org.jspecify.annotations.NullMarked;
