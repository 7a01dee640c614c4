/** What happened: the envelope, the stable type names and the stored form of every event. */
@NullMarked
package org.defter.core.event;

import org.jspecify.annotations.NullMarked;
