package org.defter.core.property;

import org.defter.core.ArchiveCommand;
import org.defter.core.id.PropertyId;
import org.jspecify.annotations.Nullable;

/** What can be asked of the vocabulary. */
public sealed interface PropertyCommand extends ArchiveCommand {

  @Override
  PropertyId id();

  /** Adds a term. */
  record DefineProperty(PropertyId id, PropertyDefinition definition) implements PropertyCommand {}

  /** Says better what a term means; its datatype stays. */
  record ReviseProperty(
      PropertyId id, @Nullable Long expectedVersion, PropertyDefinition definition)
      implements PropertyCommand {}
}
