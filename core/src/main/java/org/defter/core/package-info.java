/**
 * The archive's language and rules: what a fact, a source, a subject and a property are, which
 * commands they take and which events follow. Knows no framework.
 */
@NullMarked
package org.defter.core;

import org.jspecify.annotations.NullMarked;
