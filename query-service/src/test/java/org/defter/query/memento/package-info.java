@NullMarked
package org.defter.query.memento;

import org.jspecify.annotations.NullMarked;
