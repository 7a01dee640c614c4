package org.defter.core.subject;

import java.util.List;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.id.SubjectId;
import org.jspecify.annotations.Nullable;

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

  /** Adds what another authority calls it. */
  record IdentifySubject(SubjectId id, ExternalIdentifier identifier) implements SubjectCommand {}

  /**
   * Says that another record describes the same thing, and goes on in the place of this one. Goes
   * with {@link AbsorbSubject}, in one transaction.
   *
   * @param into the other
   */
  record MergeSubject(SubjectId id, @Nullable Long expectedVersion, SubjectId into, Reason reason)
      implements SubjectCommand {}

  /**
   * Takes over the names and identifiers of a record that is merged into this one. Goes before
   * {@link MergeSubject}, in one transaction.
   *
   * @param absorbed the record that is merged
   */
  record AbsorbSubject(SubjectId id, SubjectId absorbed, Reason reason) implements SubjectCommand {}
}
