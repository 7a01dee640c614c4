/** The controlled vocabulary that facts are stated with. */
@NullMarked
package org.defter.core.property;

import org.jspecify.annotations.NullMarked;
