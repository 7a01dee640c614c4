@NullMarked
package org.defter.readmodel.projection;

import org.jspecify.annotations.NullMarked;
