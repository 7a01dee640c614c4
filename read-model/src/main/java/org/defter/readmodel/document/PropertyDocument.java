package org.defter.readmodel.document;

import java.time.Instant;
import java.util.List;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.jspecify.annotations.Nullable;

/**
 * A term of the vocabulary.
 *
 * @param id of the property
 * @param version from 1
 * @param changedAt record time of the change that led to this version
 * @param knownTo on versions only, as in {@link FactDocument#knownTo}
 */
public record PropertyDocument(
    String id,
    long version,
    List<Label> labels,
    Datatype datatype,
    boolean singleValued,
    @Nullable String scopeNote,
    Instant changedAt,
    String eventId,
    long position,
    @Nullable Instant knownTo) {

  public PropertyDocument {
    labels = List.copyOf(labels);
  }
}
