package org.defter.ingest.subject;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.defter.core.Archive;
import org.defter.core.event.Receipt;
import org.defter.core.subject.Subject;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectEvent;
import org.defter.ingest.command.ArchiveIdResolver;
import org.defter.ingest.command.Deciding;
import org.defter.ingest.command.Outcome;
import org.jspecify.annotations.Nullable;

/** Wires {@link Subject} into Axon. */
@Aggregate(
    type = "subject",
    cache = "aggregateCache",
    commandTargetResolver = ArchiveIdResolver.NAME)
class SubjectAggregate {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private @Nullable String id;

  private @Nullable Subject state;
  private @Nullable String lastEventId;

  @CommandHandler
  @CreationPolicy(ALWAYS)
  Outcome handle(SubjectCommand.RegisterSubject command, Archive archive) {
    return Deciding.create(Subject.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(SubjectCommand.NameSubject command, Archive archive) {
    return Deciding.apply(Subject.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(SubjectCommand.IdentifySubject command, Archive archive) {
    return Deciding.apply(Subject.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(SubjectCommand.MergeSubject command, Archive archive) {
    return Deciding.apply(Subject.decide(state, command, archive), this::receipt);
  }

  @CommandHandler
  Outcome handle(SubjectCommand.AbsorbSubject command, Archive archive) {
    return Deciding.apply(Subject.decide(state, command, archive), this::receipt);
  }

  @EventSourcingHandler
  void on(SubjectEvent event, EventMessage<?> message) {
    id = event.id().qualified();
    state = Subject.evolve(state, event);
    lastEventId = message.getIdentifier();
  }

  private Receipt receipt() {
    if (state == null || lastEventId == null) {
      throw new IllegalStateException("a receipt before the first event");
    }
    return new Receipt(state.id(), state.version(), lastEventId);
  }
}
