package org.defter.ingest.source;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.defter.core.Archive;
import org.defter.core.event.Receipt;
import org.defter.core.source.Source;
import org.defter.core.source.SourceCommand;
import org.defter.core.source.SourceEvent;
import org.defter.ingest.command.ArchiveIdResolver;
import org.defter.ingest.command.Deciding;
import org.defter.ingest.command.Outcome;
import org.jspecify.annotations.Nullable;

/** Wires {@link Source} into Axon. Not cached: a source holds all its transcriptions. */
@Aggregate(type = "source", commandTargetResolver = ArchiveIdResolver.NAME)
class SourceAggregate {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private @Nullable String id;

  private @Nullable Source state;
  private @Nullable String lastEventId;

  @CommandHandler
  @CreationPolicy(ALWAYS)
  Outcome handle(SourceCommand.DepositSource command, Archive archive) {
    return Deciding.create(Source.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(SourceCommand.ReviseTranscription command, Archive archive) {
    return Deciding.apply(Source.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(SourceCommand.SetCorrectionRule command, Archive archive) {
    return Deciding.apply(Source.decide(state, command, archive), this::receipt);
  }

  @EventSourcingHandler
  void on(SourceEvent event, EventMessage<?> message) {
    id = event.id().qualified();
    state = Source.evolve(state, event);
    lastEventId = message.getIdentifier();
  }

  private Receipt receipt() {
    if (state == null || lastEventId == null) {
      throw new IllegalStateException("a receipt before the first event");
    }
    return new Receipt(state.id(), state.version(), lastEventId);
  }
}
