@NullMarked
package org.defter.ingest.command;

import org.jspecify.annotations.NullMarked;
