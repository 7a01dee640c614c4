package org.defter.core;

import org.defter.core.fact.Fact;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.Property;
import org.defter.core.source.Anchoring;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.Reanchoring;
import org.defter.core.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one aggregate may look up about the others. Where nothing else is said,
 * what it answers never becomes untrue later: nothing is ever removed, a property's datatype never
 * changes, and a transcription revision is immutable.
 */
public interface Archive {

  /** The property, or null when it is not defined. */
  @Nullable Property property(PropertyId id);

  /**
   * The fact as it stands, or null when it is not recorded. Unlike the rest this can change:
   * whoever decides by it makes an event of that fact in the same transaction, so that of two who
   * change it at once one decides again; or keeps the version it decided by.
   */
  @Nullable Fact fact(FactId id);

  /** The subject as it stands, or null when it is not registered; changes as {@link #fact} does. */
  @Nullable Subject subject(SubjectId id);

  /** Whether the subject is registered. */
  boolean hasSubject(SubjectId id);

  /**
   * The rule that says who may correct what is cited from a source: its own, or that of the nearest
   * source above it that has one; null when none has. It can change; a decision is made by the rule
   * that is in force when the decision is made.
   */
  @Nullable CorrectionRule correctionRule(SourceId id);

  /** Whether the source is deposited. */
  boolean hasSource(SourceId id);

  /**
   * The text of a source, ready to find quotes in.
   *
   * @param revision which revision, from 1; null for the newest
   * @return null when there is no such source or revision
   */
  @Nullable Anchoring transcription(SourceId id, @Nullable Integer revision);

  /**
   * Two revisions of a transcription, ready to find passages of the one in the other.
   *
   * @return null when there is no such source or revision
   */
  default @Nullable Reanchoring reanchoring(SourceId id, int from, int to) {
    Anchoring before = transcription(id, from);
    Anchoring after = transcription(id, to);
    return before == null || after == null ? null : new Reanchoring(before, after);
  }
}
