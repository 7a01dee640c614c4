package org.defter.core.fact;

import org.defter.core.id.PropertyId;
import org.defter.core.value.Value;

/**
 * A circumstance of a statement ("at this summit", "claimed by the source").
 *
 * @param property what kind of circumstance
 * @param value which one
 */
public record Qualifier(PropertyId property, Value value) {}
