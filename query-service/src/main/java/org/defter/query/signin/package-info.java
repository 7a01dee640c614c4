/** Signing in with a browser, and who may ask for what. */
@NullMarked
package org.defter.query.signin;

import org.jspecify.annotations.NullMarked;
