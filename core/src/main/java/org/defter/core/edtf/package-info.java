/**
 * Dates and times as archivists write them: the Extended Date/Time Format of ISO 8601-2:2019,
 * levels 0 to 2.
 */
@NullMarked
package org.defter.core.edtf;

import org.jspecify.annotations.NullMarked;
