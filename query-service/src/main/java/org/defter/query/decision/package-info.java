/** What people decide on pages: forms, handed on to the ingest service as commands. */
@NullMarked
package org.defter.query.decision;

import org.jspecify.annotations.NullMarked;
