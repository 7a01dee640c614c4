package org.defter.ingest.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the commands of many callers in few transactions. Each worker takes what is waiting, up to a
 * limit, runs it in one transaction, and answers every caller after the commit.
 *
 * <p>The commands of one aggregate always go to the same worker, in the order they came, so that
 * workers do not wait for each other's locks.
 */
@Component
class GroupCommit implements CommandExecutor, SmartLifecycle {

  /** The publisher's is lower: it starts before and stops after. */
  static final int PHASE = 0;

  private final CommandTransaction transaction;
  private final CommandProperties properties;
  private final List<BlockingQueue<Pending>> queues = new ArrayList<>();
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean running;

  GroupCommit(CommandTransaction transaction, CommandProperties properties) {
    this.transaction = transaction;
    this.properties = properties;
    for (int worker = 0; worker < properties.workers(); worker++) {
      queues.add(new ArrayBlockingQueue<>(properties.queueLimit()));
    }
  }

  @Override
  public Outcome execute(Request request, @Nullable IdempotencyKey key) {
    Pending pending = Pending.of(request, key);
    int worker = Math.floorMod(request.command().id().qualified().hashCode(), queues.size());
    if (!running || !queues.get(worker).offer(pending)) {
      throw new StoreUnavailable(Detail.of("ingest.store.too-many-commands"));
    }
    return await(pending.answer());
  }

  private static Outcome await(CompletableFuture<Outcome> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable(Detail.of("ingest.store.stopping"), stopping);
    }
  }

  @Override
  public List<Outcome> executeTogether(List<Request> requests, Consumer<List<Outcome>> alongside) {
    return retrying(() -> transaction.run(requests, alongside));
  }

  @Override
  public Outcome executeAsOne(List<Request> requests, @Nullable IdempotencyKey key) {
    return retrying(() -> transaction.runAsOne(requests, key));
  }

  private void work(BlockingQueue<Pending> queue) {
    List<Pending> group = new ArrayList<>(properties.groupLimit());
    try {
      while (running || !queue.isEmpty()) {
        Pending first = queue.poll(50, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, properties.groupLimit() - 1);
          splitByKey(group).forEach(this::answer);
          group.clear();
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A request whose key is in the group already must see the first one's answer, so it goes into a
   * later group.
   */
  private static List<List<Pending>> splitByKey(List<Pending> group) {
    List<List<Pending>> groups = new ArrayList<>();
    List<Set<String>> keysOfGroup = new ArrayList<>();
    for (Pending pending : group) {
      String key =
          pending.key() == null ? null : pending.key().actorId() + ' ' + pending.key().value();
      int at = 0;
      while (at < groups.size() && key != null && keysOfGroup.get(at).contains(key)) {
        at++;
      }
      if (at == groups.size()) {
        groups.add(new ArrayList<>());
        keysOfGroup.add(new HashSet<>());
      }
      groups.get(at).add(pending);
      if (key != null) {
        keysOfGroup.get(at).add(key);
      }
    }
    return groups;
  }

  private void answer(List<Pending> group) {
    List<Outcome> outcomes;
    try {
      outcomes = transaction.run(group);
    } catch (Throwable failure) {
      if (group.size() > 1 && StoreFailure.leftNothing(failure)) {
        // One of them did it, and nothing was committed: each on its own, so that only that one
        // fails.
        group.forEach(pending -> answer(List.of(pending)));
      } else if (StoreFailure.isConflict(failure)) {
        answerAlone(group.getFirst());
      } else {
        group.forEach(pending -> pending.answer().completeExceptionally(StoreFailure.of(failure)));
      }
      return;
    }
    for (int at = 0; at < group.size(); at++) {
      group.get(at).answer().complete(outcomes.get(at));
    }
  }

  private void answerAlone(Pending pending) {
    try {
      pending.answer().complete(retrying(() -> transaction.run(List.of(pending))).getFirst());
    } catch (Throwable failure) {
      pending.answer().completeExceptionally(failure);
    }
  }

  /**
   * Another node may change the same aggregates at the same time: one wins, the other reads again
   * and decides again.
   */
  private static <T> T retrying(Supplier<T> run) {
    for (int attempt = 1; ; attempt++) {
      try {
        return run.get();
      } catch (RuntimeException failure) {
        if (attempt == 5 || !StoreFailure.isConflict(failure)) {
          throw StoreFailure.of(failure);
        }
      }
    }
  }

  @Override
  public void start() {
    running = true;
    for (int worker = 0; worker < queues.size(); worker++) {
      BlockingQueue<Pending> queue = queues.get(worker);
      workers.add(Thread.ofPlatform().name("group-commit-" + worker).start(() -> work(queue)));
    }
  }

  /** Takes no more commands, and returns when those that wait are answered. */
  @Override
  public void stop() {
    running = false;
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
    workers.clear();
  }

  /**
   * Starts before the web server and stops after it, so that every request that came in is
   * answered.
   */
  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
