/** Facts, subjects and sources as they were: Memento (RFC 7089). */
@NullMarked
package org.defter.query.memento;

import org.jspecify.annotations.NullMarked;
