/**
 * What the archive promises, asked of all of it at once: real servers, both services, one address.
 */
@NullMarked
package org.defter.acceptance;

import org.jspecify.annotations.NullMarked;
