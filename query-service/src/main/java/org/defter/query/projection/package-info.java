/** From the topic to the indexes: poll, project, one bulk, check every item, commit. */
@NullMarked
package org.defter.query.projection;

import org.jspecify.annotations.NullMarked;
