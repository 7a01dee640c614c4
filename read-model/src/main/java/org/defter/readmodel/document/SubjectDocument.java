package org.defter.readmodel.document;

import java.time.Instant;
import java.util.List;
import org.defter.core.subject.ExternalIdentifier;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * An authority record.
 *
 * @param id of the subject
 * @param version from 1
 * @param names searchable as {@code names.text} (as names are read), {@code names.text.prefix}
 *     (suggestions while typing), {@code names.text.any} (inflected forms), {@code
 *     names.text.sound} and {@code names.text.soundPrefix} (across scripts)
 * @param changedAt record time of the change that led to this version
 * @param into of a merged record: id of the record that goes on in its place; null for others
 * @param knownTo on versions only, as in {@link FactDocument#knownTo}
 */
public record SubjectDocument(
    String id,
    long version,
    SubjectKind kind,
    List<Name> names,
    List<ExternalIdentifier> identifiers,
    Instant changedAt,
    String eventId,
    long position,
    @Nullable String into,
    @Nullable Instant knownTo) {

  public SubjectDocument {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
  }
}
