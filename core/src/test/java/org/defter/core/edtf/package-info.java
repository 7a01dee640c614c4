@NullMarked
package org.defter.core.edtf;

import org.jspecify.annotations.NullMarked;
