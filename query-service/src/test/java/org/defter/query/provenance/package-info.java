@NullMarked
package org.defter.query.provenance;

import org.jspecify.annotations.NullMarked;
