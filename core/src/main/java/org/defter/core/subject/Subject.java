package org.defter.core.subject;

import java.util.List;
import java.util.stream.Stream;
import org.defter.core.Archive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.decision.Version;
import org.defter.core.detail.Detail;
import org.defter.core.id.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What facts are about: an authority record.
 *
 * @param id its name in the archive
 * @param kind what sort of thing it is
 * @param names in the order they were given
 * @param identifiers what other authorities call it
 * @param version how many events led here
 * @param into the record that goes on in its place; null unless it is merged
 */
public record Subject(
    SubjectId id,
    SubjectKind kind,
    List<Name> names,
    List<ExternalIdentifier> identifiers,
    long version,
    @Nullable SubjectId into) {

  /** What follows from a command. */
  public static Decision<SubjectEvent> decide(
      @Nullable Subject state, SubjectCommand command, Archive archive) {
    if (command instanceof SubjectCommand.RegisterSubject register) {
      return register(state, register);
    }
    if (state == null) {
      return Decision.refuse(new Refusal.NotFound(command.id()));
    }
    if (state.into != null) {
      return Decision.refuse(
          new Refusal.NotPossibleNow(
              "id", Detail.of("subject.merged", state.id.value(), state.into.value())));
    }
    return switch (command) {
      case SubjectCommand.RegisterSubject _ -> throw new IllegalStateException("decided before");
      case SubjectCommand.NameSubject name -> state.name(name.name());
      case SubjectCommand.IdentifySubject identify -> state.identify(identify.identifier());
      case SubjectCommand.MergeSubject merge -> state.merge(merge);
      case SubjectCommand.AbsorbSubject absorb -> state.absorb(absorb, archive);
    };
  }

  private static Decision<SubjectEvent> register(
      @Nullable Subject state, SubjectCommand.RegisterSubject command) {
    if (state != null) {
      return Decision.refuse(new Refusal.AlreadyExists(command.id()));
    }
    if (command.names().isEmpty()) {
      return Decision.refuse(new Refusal.Missing("names", Detail.of("subject.no-name")));
    }
    return Decision.accept(
        new SubjectEvent.SubjectRegistered(
            command.id(), command.kind(), command.names(), command.identifiers()));
  }

  private Decision<SubjectEvent> name(Name name) {
    if (names.contains(name)) {
      return Decision.refuse(new Refusal.NothingChanges("name", Detail.of("subject.same-name")));
    }
    return Decision.accept(
        new SubjectEvent.SubjectNamed(id, kind, joined(names, List.of(name)), identifiers));
  }

  private Decision<SubjectEvent> identify(ExternalIdentifier identifier) {
    if (identifiers.contains(identifier)) {
      return Decision.refuse(
          new Refusal.NothingChanges("identifier", Detail.of("subject.same-identifier")));
    }
    return Decision.accept(
        new SubjectEvent.SubjectIdentified(
            id, kind, names, joined(identifiers, List.of(identifier))));
  }

  private Decision<SubjectEvent> merge(SubjectCommand.MergeSubject command) {
    Refusal stale = Version.check(command.expectedVersion(), version);
    if (stale != null) {
      return Decision.refuse(stale);
    }
    if (command.into().equals(id)) {
      return Decision.refuse(intoItself());
    }
    return Decision.accept(
        new SubjectEvent.SubjectMerged(
            id, kind, names, identifiers, command.into(), command.reason()));
  }

  private Decision<SubjectEvent> absorb(SubjectCommand.AbsorbSubject command, Archive archive) {
    if (command.absorbed().equals(id)) {
      return Decision.refuse(intoItself());
    }
    Subject other = archive.subject(command.absorbed());
    if (other == null) {
      return Decision.refuse(new Refusal.NotFound(command.absorbed()));
    }
    return Decision.accept(
        new SubjectEvent.SubjectAbsorbed(
            id,
            kind,
            joined(names, other.names),
            joined(identifiers, other.identifiers),
            command.absorbed(),
            command.reason()));
  }

  private static Refusal intoItself() {
    return new Refusal.NotPossibleNow("into", Detail.of("subject.into-itself"));
  }

  /** All of both, each once, in the order they were given. */
  private static <T> List<T> joined(List<T> first, List<T> further) {
    return Stream.concat(first.stream(), further.stream()).distinct().toList();
  }

  /**
   * The subject after an event.
   *
   * @throws IllegalStateException when the event cannot follow: the log is not in order
   */
  public static Subject evolve(@Nullable Subject state, SubjectEvent event) {
    long version =
        switch (event) {
          case SubjectEvent.SubjectRegistered _ -> Version.first(state, event.id());
          case SubjectEvent.SubjectNamed _,
              SubjectEvent.SubjectIdentified _,
              SubjectEvent.SubjectMerged _,
              SubjectEvent.SubjectAbsorbed _ ->
              Version.known(state, event.id()).version() + 1;
        };
    SubjectId into = event instanceof SubjectEvent.SubjectMerged merged ? merged.into() : null;
    return new Subject(event.id(), event.kind(), event.names(), event.identifiers(), version, into);
  }
}
