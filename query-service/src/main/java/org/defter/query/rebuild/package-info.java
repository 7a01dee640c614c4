/** Building an index anew from the log while the old one serves. */
@NullMarked
package org.defter.query.rebuild;

import org.jspecify.annotations.NullMarked;
