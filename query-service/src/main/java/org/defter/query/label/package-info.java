/** What things are called, in the reader's language. */
@NullMarked
package org.defter.query.label;

import org.jspecify.annotations.NullMarked;
