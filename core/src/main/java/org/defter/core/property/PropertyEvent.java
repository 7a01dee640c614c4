package org.defter.core.property;

import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.PropertyId;

/** What happens to the vocabulary. */
public sealed interface PropertyEvent extends ArchiveEvent {

  @Override
  PropertyId id();

  /** What the term means from now on. */
  PropertyDefinition definition();

  /** A term was added. */
  record PropertyDefined(PropertyId id, PropertyDefinition definition) implements PropertyEvent {}

  /** A term was described better. */
  record PropertyRevised(PropertyId id, PropertyDefinition definition) implements PropertyEvent {}
}
