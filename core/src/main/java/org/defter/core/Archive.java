package org.defter.core;

import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.Property;
import org.defter.core.source.Anchoring;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one aggregate may look up about the others. What it answers never becomes
 * untrue later: nothing is ever removed, a property's datatype never changes, and a transcription
 * revision is immutable.
 */
public interface Archive {

  /** The property, or null when it is not defined. */
  @Nullable Property property(PropertyId id);

  /** Whether the subject is registered. */
  boolean hasSubject(SubjectId id);

  /** Whether the source is deposited. */
  boolean hasSource(SourceId id);

  /**
   * The text of a source, ready to find quotes in.
   *
   * @param revision which revision, from 1; null for the newest
   * @return null when there is no such source or revision
   */
  @Nullable Anchoring transcription(SourceId id, @Nullable Integer revision);
}
