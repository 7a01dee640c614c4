package org.defter.core.subject;

import java.util.List;
import java.util.stream.Stream;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.decision.Version;
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
 */
public record Subject(
    SubjectId id,
    SubjectKind kind,
    List<Name> names,
    List<ExternalIdentifier> identifiers,
    long version) {

  /** What follows from a command. */
  public static Decision<SubjectEvent> decide(@Nullable Subject state, SubjectCommand command) {
    return switch (command) {
      case SubjectCommand.RegisterSubject register -> register(state, register);
      case SubjectCommand.NameSubject name ->
          state == null
              ? Decision.refuse(new Refusal.NotFound(name.id()))
              : state.name(name.name());
    };
  }

  private static Decision<SubjectEvent> register(
      @Nullable Subject state, SubjectCommand.RegisterSubject command) {
    if (state != null) {
      return Decision.refuse(new Refusal.AlreadyExists(command.id()));
    }
    if (command.names().isEmpty()) {
      return Decision.refuse(new Refusal.Missing("names", "give the subject at least one name"));
    }
    return Decision.accept(
        new SubjectEvent.SubjectRegistered(
            command.id(), command.kind(), command.names(), command.identifiers()));
  }

  private Decision<SubjectEvent> name(Name name) {
    if (names.contains(name)) {
      return Decision.refuse(
          new Refusal.NothingChanges("name", "the subject has this name already"));
    }
    List<Name> all = Stream.concat(names.stream(), Stream.of(name)).toList();
    return Decision.accept(new SubjectEvent.SubjectNamed(id, kind, all, identifiers));
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
          case SubjectEvent.SubjectNamed _ -> Version.known(state, event.id()).version() + 1;
        };
    return new Subject(event.id(), event.kind(), event.names(), event.identifiers(), version);
  }
}
