/** What a fact can say: values, and the languages and numbers they are written in. */
@NullMarked
package org.defter.core.value;

import org.jspecify.annotations.NullMarked;
