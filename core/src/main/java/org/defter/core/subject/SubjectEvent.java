package org.defter.core.subject;

import java.util.List;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.SubjectId;

/** What happens to an authority record. */
public sealed interface SubjectEvent extends ArchiveEvent {

  @Override
  SubjectId id();

  /** What sort of thing it is, from now on. */
  SubjectKind kind();

  /** All its names, from now on, in the order they were given. */
  List<Name> names();

  /** What other authorities call it. */
  List<ExternalIdentifier> identifiers();

  /** The record was opened. */
  record SubjectRegistered(
      SubjectId id, SubjectKind kind, List<Name> names, List<ExternalIdentifier> identifiers)
      implements SubjectEvent {}

  /** A name was added; it is the last of {@code names}. */
  record SubjectNamed(
      SubjectId id, SubjectKind kind, List<Name> names, List<ExternalIdentifier> identifiers)
      implements SubjectEvent {}
}
