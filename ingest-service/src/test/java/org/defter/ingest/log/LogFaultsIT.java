package org.defter.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.ingest.log.FaultyDataSource.Cut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever crashes between commit, log, sign and publish: every committed event is one entry, no
 * entry is missing, and everything that was ever signed is part of one history.
 */
class LogFaultsIT {

  private static final int WRITERS = 4;
  private static final int EACH = 100;

  @TempDir private static Path folder;
  private static LogSchema log;

  @BeforeAll
  static void makeALog() {
    log = new LogSchema("log_faults", folder);
    for (int events = 0; events < 300; events++) {
      LogSchema.insert(log.jdbc);
    }
    log.node().growAndSign();
  }

  @AfterAll
  static void end() {
    log.close();
  }

  /** At which commit of which step the connection is cut, and whether the commit went through. */
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "COMMIT_OF_AN_EVENT, NOT_PERSISTED",
    "COMMIT_OF_AN_EVENT, PERSISTED",
    "COMMIT_OF_ENTRIES_AND_TILES, NOT_PERSISTED",
    "COMMIT_OF_ENTRIES_AND_TILES, PERSISTED",
    "COMMIT_OF_A_CHECKPOINT, NOT_PERSISTED",
    "COMMIT_OF_A_CHECKPOINT, PERSISTED",
  })
  void aCutConnectionNeitherForksNorHolesTheLog(Step step, Cut cut) {
    long events = log.count("domain_event_entry");
    List<Checkpoint> seen = new ArrayList<>(log.published());

    assertThatThrownBy(() -> step.run(log, cut)).hasRootCauseMessage("the connection was cut");
    seen.addAll(log.published());
    LogKeys.read(log.key, LogSchema.ORIGIN)
        .lastSigned()
        .map(note -> Checkpoint.parse(note.text()))
        .ifPresent(seen::add);
    LogSchema.insert(log.jdbc);
    log.node().growAndSign();

    boolean lost = step == Step.COMMIT_OF_AN_EVENT && cut == Cut.NOT_PERSISTED;
    assertThat(log.count("domain_event_entry")).isEqualTo(events + (lost ? 1 : 2));
    assertOneWholeHistory(seen);
  }

  enum Step {
    COMMIT_OF_AN_EVENT {
      @Override
      void run(LogSchema log, Cut cut) {
        log.record(new FaultyDataSource(log.data, cut, 0));
      }
    },
    COMMIT_OF_ENTRIES_AND_TILES {
      @Override
      void run(LogSchema log, Cut cut) {
        log.record(log.data);
        log.node(new FaultyDataSource(log.data, cut, 0)).growAndSign();
      }
    },
    COMMIT_OF_A_CHECKPOINT {
      @Override
      void run(LogSchema log, Cut cut) {
        log.record(log.data);
        log.node(new FaultyDataSource(log.data, cut, 1)).growAndSign();
      }
    };

    abstract void run(LogSchema log, Cut cut);
  }

  @Test
  void nothingIsPublishedThatCouldNotBeTakenDownBesideTheKey() throws IOException {
    Path inTheWay = folder.resolve("key.signed.new");
    Files.createDirectories(inTheWay.resolve("full"));
    log.record(log.data);
    long published = log.count("log_checkpoint");

    assertThatThrownBy(() -> log.node().growAndSign()).hasMessageContaining("cannot write");
    assertThat(log.count("log_checkpoint")).isEqualTo(published);

    Files.delete(inTheWay.resolve("full"));
    log.node().growAndSign();
    assertOneWholeHistory(log.published());
  }

  /** What restoring a backup of the database alone leads to: fewer entries than were signed. */
  @Test
  void signsNothingOnAStoreThatWasSetBack() {
    log.record(log.data);
    log.node().growAndSign();
    long size = log.node().tree().size();
    List<Checkpoint> published = log.published();
    try (LogSchema restored = new LogSchema("log_restored", folder)) {
      for (long events = 1; events < size; events++) {
        restored.record(restored.data);
      }

      assertThatThrownBy(() -> restored.node().growAndSign())
          .hasMessageContaining("it was set back to an earlier state");
      restored.record(restored.data);
      assertThatThrownBy(() -> restored.node().growAndSign())
          .hasMessageContaining("are not those that were signed");
      assertThat(restored.published()).isEmpty();
    }
    assertThat(log.published()).isEqualTo(published);
  }

  @Test
  void noticesAStoreThatWasSetBackBeforeAnythingIsRecorded() {
    try (LogSchema quiet = new LogSchema("log_quiet", folder.resolve("quiet"))) {
      quiet.record(quiet.data);
      quiet.node().growAndSign();
      LogKeys keys = LogKeys.read(quiet.key, LogSchema.ORIGIN);
      keys.remember(new Checkpoint(LogSchema.ORIGIN, 2, MerkleTree.EMPTY_ROOT).sign(keys.keys()));

      assertThatThrownBy(() -> quiet.node().growAndSign())
          .hasMessageContaining("it was set back to an earlier state");
    }
  }

  @Test
  void whoeverCommitsAndWhicheverNodesKeepIt() throws Exception {
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        writers.add(threads.submit(writer(writer)));
      }
      List<Future<Void>> keepers = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        keepers.add(
            threads.submit(() -> {
              LogSchema.Node keeper = log.node();
              while (writing.get()) {
                keeper.growAndSign();
              }
              return null;
            }));
      }
      for (Future<Void> writer : writers) {
        writer.get();
      }
      writing.set(false);
      for (Future<Void> keeper : keepers) {
        keeper.get();
      }
    }
    log.node().growAndSign();
    assertOneWholeHistory(log.published());
  }

  /** Transactions of several events, some of which are taken back, which end out of order. */
  private static Callable<Void> writer(int seed) {
    return () -> {
      Random random = new Random(seed);
      for (int times = 0; times < EACH; times++) {
        JdbcClient client = JdbcClient.create(log.data);
        int many = 1 + random.nextInt(3);
        new TransactionTemplate(new JdbcTransactionManager(log.data))
            .executeWithoutResult(transaction -> {
              for (int events = 0; events < many; events++) {
                LogSchema.insert(client);
              }
              if (random.nextInt(5) == 0) {
                transaction.setRollbackOnly();
              }
            });
      }
      return null;
    };
  }

  private static void assertOneWholeHistory(List<Checkpoint> seen) {
    List<Hash> leaves = log.leaves();
    assertThat((long) leaves.size())
        .isEqualTo(log.count("domain_event_entry"))
        .isEqualTo(log.count("log_entry"))
        .isEqualTo(log.node().tree().size());
    assertThat(log.count("event_to_log")).isZero();
    assertThat(log.jdbc.sql("SELECT index FROM log_entry ORDER BY index").query(Long.class).list())
        .containsExactlyElementsOf(LongStream.range(0, leaves.size()).boxed().toList());
    assertThat(log.published().getLast().size()).isEqualTo(leaves.size());
    List<Checkpoint> all = new ArrayList<>(seen);
    all.addAll(log.published());
    for (Checkpoint checkpoint : all) {
      assertThat(checkpoint.root())
          .isEqualTo(MerkleTree.root(leaves.subList(0, Math.toIntExact(checkpoint.size()))));
    }
  }
}
