/** What things are called: one typed identifier per aggregate, and people's identifiers. */
@NullMarked
package org.defter.core.id;

import org.jspecify.annotations.NullMarked;
