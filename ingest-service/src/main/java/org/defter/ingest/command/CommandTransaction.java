package org.defter.ingest.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Refusal;
import org.defter.core.event.Origin;
import org.defter.ingest.store.StoredArchive;
import org.defter.ingest.store.StoredEvents;
import org.defter.ingest.store.StoredMessages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs a list of commands in one transaction: all that are accepted are committed together, or none
 * is.
 *
 * <p>A refused command is an outcome like any other and does not disturb the rest. Anything thrown
 * from here means that nothing of the list was committed, except where the connection broke during
 * the commit itself: then it is not known.
 */
@Component
class CommandTransaction {

  private static final int HALTED = 70;
  private static final Logger log = LoggerFactory.getLogger(CommandTransaction.class);

  private final CommandBus bus;
  private final TransactionManager transactions;
  private final StoredEvents events;
  private final StoredArchive archive;
  private final IdempotencyKeys keys;
  private final Cache aggregates;

  CommandTransaction(
      CommandBus bus,
      TransactionManager transactions,
      StoredEvents events,
      StoredArchive archive,
      IdempotencyKeys keys,
      Cache aggregates) {
    this.bus = bus;
    this.transactions = transactions;
    this.events = events;
    this.archive = archive;
    this.keys = keys;
    this.aggregates = aggregates;
  }

  /**
   * Runs the commands in order; refused ones do not disturb the others.
   *
   * @return an outcome for each, all of them durable
   */
  List<Outcome> run(List<Pending> group) {
    return committed(group.stream().map(Pending::request).toList(), () -> decide(group));
  }

  /**
   * Runs the commands in order; refused ones do not disturb the others.
   *
   * @param alongside writes down in the same transaction what became of them
   * @return an outcome for each, all of them durable
   */
  List<Outcome> run(List<Request> requests, Consumer<List<Outcome>> alongside) {
    List<Pending> group = requests.stream().map(request -> Pending.of(request, null)).toList();
    return committed(
        requests,
        () -> {
          List<Outcome> outcomes = decide(group);
          alongside.accept(outcomes);
          return outcomes;
        });
  }

  /**
   * Runs the commands in order, all of them or none.
   *
   * @return what was done by the last, durable; or the first refusal
   */
  Outcome runAsOne(List<Request> requests, @Nullable IdempotencyKey key) {
    try {
      return committed(requests, () -> decideAsOne(requests, key));
    } catch (ThrownRefusal refused) {
      return new Outcome.Refused(refused.refusal());
    }
  }

  private <T> T committed(List<Request> requests, Supplier<T> decide) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    try {
      unit.attachTransaction(transactions);
      T outcome = decide.get();
      // A crash before this line leaves nothing behind; after it, everything, and a caller who
      // never got the answer
      // may ask again with the same Idempotency-Key.
      unit.commit();
      return outcome;
    } catch (RuntimeException failed) {
      if (unit.isActive()) {
        unit.rollback(failed);
      }
      requests.forEach(request -> aggregates.remove(request.command().id().qualified()));
      throw failed;
    } catch (Error broken) {
      // Axon would leave the transaction open on this thread, and the next group would join it and
      // be answered without ever being committed. Nobody of this group was answered; what was
      // answered before is durable; the next start begins clean.
      log.error("stopping at once: the state of this process is not known any more", broken);
      Runtime.getRuntime().halt(HALTED);
      throw broken;
    }
  }

  private Outcome decideAsOne(List<Request> requests, @Nullable IdempotencyKey key) {
    List<IdempotencyKey> keyed = Stream.ofNullable(key).toList();
    Map<IdempotencyKey, Outcome> answered = keys.answered(keyed);
    if (key != null && answered.containsKey(key)) {
      return answered.get(key);
    }
    Set<String> existing = events.existing(idsOf(requests));
    Outcome last = null;
    for (Request request : requests) {
      last = dispatch(request, existing);
      if (last instanceof Outcome.Refused(Refusal refusal)) {
        throw new ThrownRefusal(refusal);
      }
    }
    if (!(last instanceof Outcome.Done done)) {
      throw new IllegalArgumentException("there is nothing to do");
    }
    keyed.forEach(one -> keys.remember(Map.of(one, done)));
    return done;
  }

  private List<Outcome> decide(List<Pending> group) {
    Map<IdempotencyKey, Outcome> answered = keys.answered(keysOf(group));
    Set<String> existing = events.existing(idsOf(group.stream().map(Pending::request).toList()));
    Map<IdempotencyKey, Outcome.Done> done = new HashMap<>();
    List<Outcome> outcomes = new ArrayList<>(group.size());
    for (Pending pending : group) {
      IdempotencyKey key = pending.key();
      Outcome before = key == null ? null : answered.get(key);
      Outcome outcome = before != null ? before : dispatch(pending.request(), existing);
      if (key != null && before == null && outcome instanceof Outcome.Done accepted) {
        done.put(key, accepted);
      }
      outcomes.add(outcome);
    }
    keys.remember(done);
    return outcomes;
  }

  private Outcome dispatch(Request request, Set<String> existing) {
    ArchiveCommand command = request.command();
    boolean exists = existing.contains(command.id().qualified());
    Deciding.Before before = Deciding.before(command);
    if (before == Deciding.Before.NOTHING && exists) {
      return new Outcome.Refused(new Refusal.AlreadyExists(command.id()));
    }
    if (before == Deciding.Before.IT && !exists) {
      return new Outcome.Refused(new Refusal.NotFound(command.id()));
    }
    Outcome outcome = send(command, request.origin());
    if (outcome instanceof Outcome.Done) {
      existing.add(command.id().qualified());
      archive.note(command.id());
    }
    return outcome;
  }

  private Outcome send(ArchiveCommand command, Origin origin) {
    FutureCallback<ArchiveCommand, Outcome> callback = new FutureCallback<>();
    bus.dispatch(
        new GenericCommandMessage<>(command, MetaData.with(StoredMessages.ORIGIN, origin)),
        callback);
    var result = callback.getResult();
    if (!result.isExceptional()) {
      return result.getPayload();
    }
    return switch (result.exceptionResult()) {
      case ThrownRefusal refused -> new Outcome.Refused(refused.refusal());
      case RuntimeException failure -> throw failure;
      case Throwable failure -> throw new CommandExecutionException("a command failed", failure);
    };
  }

  private static List<IdempotencyKey> keysOf(List<Pending> group) {
    return group.stream().map(Pending::key).filter(Objects::nonNull).toList();
  }

  private static Set<String> idsOf(List<Request> requests) {
    return requests.stream()
        .map(request -> request.command().id().qualified())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
