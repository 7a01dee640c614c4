/** Statements made by sources, and how they are recorded, corrected, cited and withdrawn. */
@NullMarked
package org.defter.core.fact;

import org.jspecify.annotations.NullMarked;
