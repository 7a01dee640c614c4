package org.defter.query.subject;

import java.time.Instant;
import java.util.List;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.ExternalIdentifier;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectKind;
import org.defter.query.label.Labels;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.readmodel.document.SubjectDocument;
import org.jspecify.annotations.Nullable;

/**
 * An authority record.
 *
 * @param id its identifier
 * @param version from 1
 * @param kind what sort of thing it is
 * @param names in the order they were given
 * @param identifiers what other authorities call it
 * @param into of a merged record: the record that goes on in its place; null for others
 */
public record SubjectView(
    SubjectId id,
    long version,
    SubjectKind kind,
    List<Name> names,
    List<ExternalIdentifier> identifiers,
    @Nullable String into) {

  static SubjectView of(SubjectDocument subject) {
    return new SubjectView(
        new SubjectId(subject.id()),
        subject.version(),
        subject.kind(),
        subject.names(),
        subject.identifiers(),
        subject.into());
  }

  /**
   * A subject with its current facts.
   *
   * @param label its name in the reader's language
   * @param factCount how many current facts it has in all
   * @param facts those of them that are shown, by property, in the order they began
   * @param labels what the things they name are called
   */
  public record WithFacts(
      SubjectView subject, String label, long factCount, List<OfProperty> facts, Labels labels) {}

  /** The facts of one property. */
  public record OfProperty(PropertyId property, List<FoundFact> facts) {}

  /**
   * A record that was merged into another.
   *
   * @param label its name in the reader's language
   * @param mergedAt record time
   */
  public record MergedRecord(SubjectId id, String label, Instant mergedAt) {}

  /** Subjects that were found. */
  public record Found(long total, List<SubjectView> subjects) {}
}
