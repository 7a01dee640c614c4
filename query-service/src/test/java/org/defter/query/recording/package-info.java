@NullMarked
package org.defter.query.recording;

import org.jspecify.annotations.NullMarked;
