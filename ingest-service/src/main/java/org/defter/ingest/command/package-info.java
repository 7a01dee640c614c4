/**
 * How a request becomes events: many callers' commands in one transaction, each with one effect.
 */
@NullMarked
package org.defter.ingest.command;

import org.jspecify.annotations.NullMarked;
