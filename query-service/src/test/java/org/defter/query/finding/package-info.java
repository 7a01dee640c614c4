@NullMarked
package org.defter.query.finding;

import org.jspecify.annotations.NullMarked;
