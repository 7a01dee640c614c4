package org.defter.ingest.property;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.defter.core.event.Receipt;
import org.defter.core.property.Property;
import org.defter.core.property.PropertyCommand;
import org.defter.core.property.PropertyEvent;
import org.defter.ingest.command.ArchiveIdResolver;
import org.defter.ingest.command.Deciding;
import org.defter.ingest.command.Outcome;
import org.jspecify.annotations.Nullable;

/** Wires {@link Property} into Axon. */
@Aggregate(
    type = "property",
    cache = "aggregateCache",
    commandTargetResolver = ArchiveIdResolver.NAME)
class PropertyAggregate {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private @Nullable String id;

  private @Nullable Property state;
  private @Nullable String lastEventId;

  @CommandHandler
  @CreationPolicy(ALWAYS)
  Outcome handle(PropertyCommand.DefineProperty command) {
    return Deciding.create(Property.decide(state, command), this::receipt);
  }

  @CommandHandler
  Outcome handle(PropertyCommand.ReviseProperty command) {
    return Deciding.apply(Property.decide(state, command), this::receipt);
  }

  @EventSourcingHandler
  void on(PropertyEvent event, EventMessage<?> message) {
    id = event.id().qualified();
    state = Property.evolve(state, event);
    lastEventId = message.getIdentifier();
  }

  private Receipt receipt() {
    if (state == null || lastEventId == null) {
      throw new IllegalStateException("a receipt before the first event");
    }
    return new Receipt(state.id(), state.version(), lastEventId);
  }
}
