@NullMarked
package org.defter.query.elasticsearch;

import org.jspecify.annotations.NullMarked;
