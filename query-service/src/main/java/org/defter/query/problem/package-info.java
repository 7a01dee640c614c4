/** What a reader is told when an answer cannot be given: RFC 9457 problem details. */
@NullMarked
package org.defter.query.problem;

import org.jspecify.annotations.NullMarked;
