package org.defter.ingest.finding;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.defter.core.Archive;
import org.defter.core.event.Receipt;
import org.defter.core.finding.Finding;
import org.defter.core.finding.FindingCommand;
import org.defter.core.finding.FindingEvent;
import org.defter.ingest.command.ArchiveIdResolver;
import org.defter.ingest.command.Deciding;
import org.defter.ingest.command.Outcome;
import org.jspecify.annotations.Nullable;

/** Wires {@link Finding} into Axon. */
@Aggregate(
    type = "finding",
    cache = "aggregateCache",
    commandTargetResolver = ArchiveIdResolver.NAME)
class FindingAggregate {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private @Nullable String id;

  private @Nullable Finding state;
  private @Nullable String lastEventId;

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome handle(FindingCommand.LetBothStand command, Archive archive) {
    return Deciding.create(Finding.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(FindingCommand.ReopenFinding command, Archive archive) {
    return Deciding.apply(Finding.decide(state, command, archive), this::receipt);
  }

  @EventSourcingHandler
  void on(FindingEvent event, EventMessage<?> message) {
    id = event.id().qualified();
    state = Finding.evolve(state, event);
    lastEventId = message.getIdentifier();
  }

  private Receipt receipt() {
    if (state == null || lastEventId == null) {
      throw new IllegalStateException("a receipt before the first event");
    }
    return new Receipt(state.id(), state.version(), lastEventId);
  }
}
