/** What a reader asks for: query parameters, read strictly. */
@NullMarked
package org.defter.query.request;

import org.jspecify.annotations.NullMarked;
