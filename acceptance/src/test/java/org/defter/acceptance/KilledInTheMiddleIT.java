package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defter.acceptance.Client.Answer;
import org.defter.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each process in turn is killed in the middle of an import of thousands of facts, and the stack
 * healed by {@code up}; nothing accepted is lost or doubled.
 */
class KilledInTheMiddleIT {
  private static final int FACTS = 6_000;
  private static final int IN_THE_MIDDLE = FACTS / 10;

  private final Map<String, String> accepted = new ConcurrentHashMap<>();
  private final AtomicBoolean chaos = new AtomicBoolean(true);

  @Test
  @Timeout(900)
  void everyAcceptedCommandIsEverywhereExactlyOnce(@TempDir Path folder) throws Exception {
    List<String> kills = new ArrayList<>();
    try (Client client = new Client(Archive.stack().publicUri());
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Lighthouse.register(client);
      CompletableFuture<Void> singly =
          CompletableFuture.runAsync(() -> recordSingly(client), threads);
      for (Part part : Part.values()) {
        Bulk bulk = Bulk.writtenTo(folder, "bulk-" + part.folder(), FACTS);
        CompletableFuture<Integer> attempts =
            CompletableFuture.supplyAsync(() -> importUntilIn(bulk), threads);
        bulk.awaitMoreThan(IN_THE_MIDDLE);
        Archive.stack().kill(part);
        Archive.stack().up(List.of(Part.POSTGRESQL));
        int in = bulk.stored();
        assertThat(in).as("facts stored when %s was killed", part).isLessThan(FACTS);
        Archive.stack().up(List.of(Part.values()));
        kills.add("%s at %d facts, sent %d times".formatted(part.label(), in, attempts.join()));
        assertThat(bulk.stored()).isEqualTo(FACTS);
      }
      chaos.set(false);
      singly.join();
    }
    System.out.printf("killed %s; %d facts recorded singly meanwhile%n", kills, accepted.size());
    assertThat(accepted).isNotEmpty();
    EventsEverywhere events = EventsEverywhere.onceAllAreVisible(Duration.ofMinutes(8));
    events.assertStoreHasNoGaps();
    events.assertTopicHoldsEachOnceInOrder();
    events.assertIndexesHoldEachOnce();
    assertThat(events.ids("fact/single-")).containsExactlyInAnyOrderElementsOf(accepted.keySet());
  }

  /** How often it had to be sent. */
  private static int importUntilIn(Bulk bulk) {
    for (int attempt = 1; ; attempt++) {
      String printed = Archive.shell().attempt(bulk.line()).output();
      if (bulk.isAllIn(printed)) {
        return attempt;
      }
    }
  }

  private void recordSingly(Client client) {
    for (int number = 1; chaos.get(); number++) {
      String id = "single-" + number;
      do {
        pause();
      } while (!recorded(client, id, number));
    }
  }

  private boolean recorded(Client client, String id, int number) {
    try {
      Answer answer =
          client.command("facts", Lighthouse.fact(id, number), "Idempotency-Key", "key-" + id);
      if (answer.accepted()) {
        accepted.put("fact/" + id, answer.text("receipt"));
      }
      return answer.accepted();
    } catch (UncheckedIOException away) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }
}
