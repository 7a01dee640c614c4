/** The controlled vocabulary. */
@NullMarked
package org.defter.query.property;

import org.jspecify.annotations.NullMarked;
