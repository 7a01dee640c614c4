/** The one public address: commands are handed on to the ingest service, reads stay here. */
@NullMarked
package org.defter.query.frontdoor;

import org.jspecify.annotations.NullMarked;
