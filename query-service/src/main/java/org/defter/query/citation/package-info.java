/** How to cite a fact: as a footnote, and for reference managers. */
@NullMarked
package org.defter.query.citation;

import org.jspecify.annotations.NullMarked;
