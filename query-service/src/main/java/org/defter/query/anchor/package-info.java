/** The queue of citations that did not follow a revised transcription by themselves. */
@NullMarked
package org.defter.query.anchor;

import org.jspecify.annotations.NullMarked;
