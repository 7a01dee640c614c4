package org.defter.core.subject;

import java.util.List;
import org.defter.core.ArchiveCommand;
import org.defter.core.id.SubjectId;

/** What can be asked of the authority records. */
public sealed interface SubjectCommand extends ArchiveCommand {

  @Override
  SubjectId id();

  /** Opens an authority record, with at least one name. */
  record RegisterSubject(
      SubjectId id, SubjectKind kind, List<Name> names, List<ExternalIdentifier> identifiers)
      implements SubjectCommand {
    public RegisterSubject {
      names = List.copyOf(names);
      identifiers = List.copyOf(identifiers);
    }
  }

  /** Adds a name. */
  record NameSubject(SubjectId id, Name name) implements SubjectCommand {}
}
