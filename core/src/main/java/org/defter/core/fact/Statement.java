package org.defter.core.fact;

import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says, and what supports it.
 *
 * @param subject what it is about
 * @param property what is said of it
 * @param value what it is said to be
 * @param qualifiers circumstances, in order
 * @param valid valid time: when it held; null where the source does not say
 * @param certainty how sure the archivist is that the source says this
 * @param citations in the order they were made
 * @param uncitedReason why there is no citation; null when there is one
 */
public record Statement(
    SubjectId subject,
    PropertyId property,
    Value value,
    List<Qualifier> qualifiers,
    @Nullable Edtf valid,
    Certainty certainty,
    List<Citation> citations,
    @Nullable String uncitedReason) {

  public Statement {
    qualifiers = List.copyOf(qualifiers);
    citations = List.copyOf(citations);
  }

  /** The same statement, with one of its citations pointing at these words. */
  Statement moving(Citation citation, Passage passage) {
    return citing(
        citations.stream()
            .map(one -> one.number() == citation.number() ? one.at(passage) : one)
            .toList());
  }

  /** The same statement, resting on these citations. */
  Statement citing(List<Citation> citations) {
    return new Statement(
        subject,
        property,
        value,
        qualifiers,
        valid,
        certainty,
        citations,
        citations.isEmpty() ? uncitedReason : null);
  }
}
