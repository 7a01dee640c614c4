/** Authority records and the facts about them. */
@NullMarked
package org.defter.query.subject;

import org.jspecify.annotations.NullMarked;
