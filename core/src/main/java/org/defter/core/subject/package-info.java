/** What facts are about: people, bodies, places, events, documents and concepts. */
@NullMarked
package org.defter.core.subject;

import org.jspecify.annotations.NullMarked;
