package org.defter.core.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.SubjectId;
import org.jspecify.annotations.Nullable;

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

  @Override
  @JsonIgnore
  default @Nullable Reason why() {
    return switch (this) {
      case SubjectRegistered _, SubjectNamed _, SubjectIdentified _ -> null;
      case SubjectMerged merged -> merged.reason();
      case SubjectAbsorbed absorbed -> absorbed.reason();
    };
  }

  /** The record was opened. */
  record SubjectRegistered(
      SubjectId id, SubjectKind kind, List<Name> names, List<ExternalIdentifier> identifiers)
      implements SubjectEvent {}

  /** A name was added; it is the last of {@code names}. */
  record SubjectNamed(
      SubjectId id, SubjectKind kind, List<Name> names, List<ExternalIdentifier> identifiers)
      implements SubjectEvent {}

  /** What another authority calls it was added; it is the last of {@code identifiers}. */
  record SubjectIdentified(
      SubjectId id, SubjectKind kind, List<Name> names, List<ExternalIdentifier> identifiers)
      implements SubjectEvent {}

  /**
   * Another record goes on in its place.
   *
   * @param into the other, which holds its names and identifiers from now on
   */
  record SubjectMerged(
      SubjectId id,
      SubjectKind kind,
      List<Name> names,
      List<ExternalIdentifier> identifiers,
      SubjectId into,
      Reason reason)
      implements SubjectEvent {}

  /**
   * It goes on in the place of another record, and holds the names and identifiers of both.
   *
   * @param absorbed the other
   */
  record SubjectAbsorbed(
      SubjectId id,
      SubjectKind kind,
      List<Name> names,
      List<ExternalIdentifier> identifiers,
      SubjectId absorbed,
      Reason reason)
      implements SubjectEvent {}
}
