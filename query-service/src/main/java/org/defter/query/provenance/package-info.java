/** How a fact came about, as W3C PROV, in its serializations and as a picture. */
@NullMarked
package org.defter.query.provenance;

import org.jspecify.annotations.NullMarked;
