package org.defter.ingest.correction;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.defter.core.Archive;
import org.defter.core.correction.Correction;
import org.defter.core.correction.CorrectionCommand;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.event.Origin;
import org.defter.core.event.Receipt;
import org.defter.ingest.command.ArchiveIdResolver;
import org.defter.ingest.command.Deciding;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.store.StoredMessages;
import org.jspecify.annotations.Nullable;

/** Wires {@link Correction} into Axon. Not cached: it takes two commands in all its life. */
@Aggregate(type = "correction", commandTargetResolver = ArchiveIdResolver.NAME)
class CorrectionAggregate {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private @Nullable String id;

  private @Nullable Correction state;
  private @Nullable String lastEventId;

  @CommandHandler
  @CreationPolicy(ALWAYS)
  Outcome handle(
      CorrectionCommand.ProposeCorrection command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return Deciding.create(Correction.decide(state, command, by, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(
      CorrectionCommand.AcceptCorrection command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return Deciding.apply(Correction.decide(state, command, by, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(
      CorrectionCommand.DeclineCorrection command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return Deciding.apply(Correction.decide(state, command, by, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(
      CorrectionCommand.WithdrawCorrection command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return Deciding.apply(Correction.decide(state, command, by, archive), this::receipt);
  }

  @EventSourcingHandler
  void on(CorrectionEvent event, EventMessage<?> message) {
    id = event.id().qualified();
    state = Correction.evolve(state, event, message.getTimestamp());
    lastEventId = message.getIdentifier();
  }

  private Receipt receipt() {
    if (state == null || lastEventId == null) {
      throw new IllegalStateException("a receipt before the first event");
    }
    return new Receipt(state.id(), state.version(), lastEventId);
  }
}
