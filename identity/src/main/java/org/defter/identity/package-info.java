/** Who somebody is, as their token says, and what they may do. */
@NullMarked
package org.defter.identity;

import org.jspecify.annotations.NullMarked;
