package org.defter.core.property;

import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.decision.Version;
import org.defter.core.detail.Detail;
import org.defter.core.id.PropertyId;
import org.jspecify.annotations.Nullable;

/**
 * A term of the controlled vocabulary.
 *
 * @param id its name
 * @param definition what it means
 * @param version how many events led here
 */
public record Property(PropertyId id, PropertyDefinition definition, long version) {

  /** What follows from a command. */
  public static Decision<PropertyEvent> decide(@Nullable Property state, PropertyCommand command) {
    return switch (command) {
      case PropertyCommand.DefineProperty define ->
          state == null
              ? Decision.accept(new PropertyEvent.PropertyDefined(define.id(), define.definition()))
              : Decision.refuse(new Refusal.AlreadyExists(define.id()));
      case PropertyCommand.ReviseProperty revise ->
          state == null ? Decision.refuse(new Refusal.NotFound(revise.id())) : state.revise(revise);
    };
  }

  private Decision<PropertyEvent> revise(PropertyCommand.ReviseProperty command) {
    Refusal stale = Version.check(command.expectedVersion(), version);
    if (stale != null) {
      return Decision.refuse(stale);
    }
    if (command.definition().datatype() != definition.datatype()) {
      return Decision.refuse(
          new Refusal.WrongDatatype(
              "datatype", definition.datatype(), command.definition().datatype()));
    }
    if (command.definition().equals(definition)) {
      return Decision.refuse(new Refusal.NothingChanges("definition", Detail.of("property.same")));
    }
    return Decision.accept(new PropertyEvent.PropertyRevised(id, command.definition()));
  }

  /**
   * The property after an event.
   *
   * @throws IllegalStateException when the event cannot follow: the log is not in order
   */
  public static Property evolve(@Nullable Property state, PropertyEvent event) {
    long version =
        switch (event) {
          case PropertyEvent.PropertyDefined _ -> Version.first(state, event.id());
          case PropertyEvent.PropertyRevised _ -> Version.known(state, event.id()).version() + 1;
        };
    return new Property(event.id(), event.definition(), version);
  }
}
