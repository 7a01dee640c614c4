@NullMarked
package org.defter.query.signin;

import org.jspecify.annotations.NullMarked;
