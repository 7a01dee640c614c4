/** The pages people look at: plain HTML, made on the server, readable without scripts. */
@NullMarked
package org.defter.query.page;

import org.jspecify.annotations.NullMarked;
