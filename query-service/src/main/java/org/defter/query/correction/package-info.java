/** Proposed corrections: the reviewers' queue, and each beside what its fact says now. */
@NullMarked
package org.defter.query.correction;

import org.jspecify.annotations.NullMarked;
