/**
 * What every command has in common over HTTP: who sends it, which version it is for, how it is
 * answered.
 */
@NullMarked
package org.defter.ingest.http;

import org.jspecify.annotations.NullMarked;
