package org.defter.ingest.fact;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.defter.core.Archive;
import org.defter.core.correction.Permission;
import org.defter.core.decision.Refusal;
import org.defter.core.event.Origin;
import org.defter.core.event.Receipt;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactEvent;
import org.defter.ingest.command.ArchiveIdResolver;
import org.defter.ingest.command.Deciding;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.store.StoredMessages;
import org.jspecify.annotations.Nullable;

/** Wires {@link Fact} into Axon. */
@Aggregate(type = "fact", cache = "aggregateCache", commandTargetResolver = ArchiveIdResolver.NAME)
class FactAggregate {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private @Nullable String id;

  private @Nullable Fact state;
  private @Nullable String lastEventId;

  @CommandHandler
  @CreationPolicy(ALWAYS)
  Outcome handle(FactCommand.RecordFact command, Archive archive) {
    return Deciding.create(Fact.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.CorrectFact command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.ApplyCorrection command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.CiteSource command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.WithdrawCitation command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.FollowRevision command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.ReanchorCitation command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.DisputeFact command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.SettleDispute command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.DeprecateFact command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.RetractFact command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.ReinstateFact command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.MergeFact command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  @CommandHandler
  Outcome handle(
      FactCommand.AbsorbFact command,
      Archive archive,
      @MetaDataValue(StoredMessages.ORIGIN) Origin by) {
    return decide(command, archive, by);
  }

  private Outcome decide(FactCommand command, Archive archive, Origin by) {
    Refusal barred = Permission.toChange(state, command, by.actor(), archive);
    return barred != null
        ? new Outcome.Refused(barred)
        : Deciding.apply(Fact.decide(state, command, archive), this::receipt);
  }

  @EventSourcingHandler
  void on(FactEvent event, EventMessage<?> message) {
    id = event.id().qualified();
    state = Fact.evolve(state, event);
    lastEventId = message.getIdentifier();
  }

  private Receipt receipt() {
    if (state == null || lastEventId == null) {
      throw new IllegalStateException("a receipt before the first event");
    }
    return new Receipt(state.id(), state.version(), lastEventId);
  }
}
