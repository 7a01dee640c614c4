package org.defter.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stack stands to strangers, accidents and other stacks, shown on its quickest part. */
class PostgresOnlyIT {
  private static final Set<Part> POSTGRESQL = Set.of(Part.POSTGRESQL);

  /** Shared: creating a database takes longer than all that is tested on it. */
  @TempDir private static Path folder;

  private final List<String> progress = new ArrayList<>();
  private LocalStack stack = LocalStack.in(Path.of("unused"));
  private LocalStack other = stack;

  @BeforeEach
  void open() {
    // A blank and letters beyond ASCII, as in people's own directories.
    stack = LocalStack.in(folder.resolve("мой archive")).reportingTo(progress::add);
    other = LocalStack.in(folder.resolve("other"));
  }

  @AfterEach
  void stop() {
    stack.down();
    other.down();
  }

  @Test
  void twoStacksLiveSideBySide() throws Exception {
    stack.up(POSTGRESQL);
    other.up(POSTGRESQL);
    new Contents(stack).query("SELECT 1");
    stack.down();

    assertThat(new Contents(other).query("SELECT 'still here'")).containsExactly("still here");
    assertThat(stack.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
  }

  @Test
  void twoUpsAtOnceStartOneServer() {
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> stack.up(POSTGRESQL));
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> stack.up(POSTGRESQL));
    CompletableFuture.allOf(first, second).join();

    assertThat(progress).filteredOn(line -> line.contains("ready in")).hasSize(1);
    assertThat(progress).filteredOn(line -> line.contains("runs already")).hasSize(1);
  }

  @Test
  void namesThePartThatCannotStartAndShowsItsLog() throws Exception {
    stack.up(POSTGRESQL);
    stack.down();
    Path settings = stack.dataDirectory().resolve("postgresql/data/postgresql.conf");
    String good = Files.readString(settings);
    Files.writeString(settings, "no_such_setting = 7\n");

    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> stack.up(POSTGRESQL))
        .withMessageContaining("PostgreSQL 18.6 ended at its start")
        .withMessageContaining("unrecognized configuration parameter \"no_such_setting\"")
        .matches(failure -> failure.problem() == StackException.Problem.PART_FAILED);
    Files.writeString(settings, good);
  }

  @Test
  void leavesAStrangerAloneThatGotARecordedProcessId() throws Exception {
    stack.up(POSTGRESQL);
    stack.stop(Part.POSTGRESQL);
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      LinuxProcess today = LinuxProcess.withPid(stranger.pid()).orElseThrow();
      pretendItWasOurs(new LinuxProcess(today.pid(), today.boot(), today.startTick() - 1));
      stack.down();
      assertThat(stranger.isAlive()).isTrue();

      pretendItWasOurs(new LinuxProcess(today.pid(), "an earlier boot", today.startTick()));
      stack.down();
      assertThat(stranger.isAlive()).isTrue();

      pretendItWasOurs(today);
      stack.down();
      assertThat(stranger.waitFor(10, TimeUnit.SECONDS)).as("the very process recorded").isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private void pretendItWasOurs(LinuxProcess process) {
    JsonFile.write(
        stack.dataDirectory().resolve("postgresql/process.json"),
        new ProcessRecord(process, Instant.EPOCH, true, 1, "18.6", "unknown", List.of("postgres")));
  }

  @Test
  void startsThoughAStrangerHasTheProcessIdInPostgresqlsOwnFile() throws Exception {
    stack.up(POSTGRESQL);
    stack.kill(Part.POSTGRESQL);
    Path pidFile = stack.dataDirectory().resolve("postgresql/data/postmaster.pid");
    List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(pidFile, lines);

    stack.up(POSTGRESQL);
    assertThat(new Contents(stack).query("SELECT 'up'")).containsExactly("up");
  }

  @Test
  void findsAServerAgainThatWasNeverRecorded() throws Exception {
    stack.up(POSTGRESQL);
    long started = stack.pid(Part.POSTGRESQL).orElseThrow();
    Files.delete(stack.dataDirectory().resolve("postgresql/process.json"));

    assertThat(stack.pid(Part.POSTGRESQL)).hasValue(started);
    stack.down();
    assertThat(LinuxProcess.withPid(started)).isEmpty();
  }

  @Test
  void movesAwayFromAnInternalPortThatAnotherProgramTook() throws Exception {
    stack.up(POSTGRESQL);
    String before = stack.jdbcUrl();
    stack.down();
    int port = Integer.parseInt(before.replaceAll(".*:(\\d+)/.*", "$1"));
    try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      stack.up(POSTGRESQL);
      assertThat(stack.jdbcUrl()).isNotEqualTo(before);
      assertThat(stranger.isClosed()).isFalse();
    }
    assertThat(progress)
        .anyMatch(line ->
            line.startsWith("port " + port + " (PostgreSQL) is taken by process ")
                && line.contains("(java)"));
  }

  @Test
  void neverChangesThePublicPortSilently() throws Exception {
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = stranger.getLocalPort();
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> stack.onPort(port).up(POSTGRESQL))
          .withMessageContaining("port " + port + ", the public one, is taken by process ")
          .matches(failure -> failure.problem() == StackException.Problem.PORT_TAKEN);
    }
    assertThat(stack.status()).extracting(PartStatus::pid).containsOnly(0L);
  }

  @Test
  void replacesAServerThatHangs() throws Exception {
    stack.up(POSTGRESQL);
    stack.pause(Part.POSTGRESQL);
    assertThat(stack.status().getFirst().state()).isEqualTo(PartStatus.State.NOT_ANSWERING);

    stack.resume(Part.POSTGRESQL);
    assertThat(stack.status().getFirst().state()).isEqualTo(PartStatus.State.RUNNING);
    long hung = stack.pid(Part.POSTGRESQL).orElseThrow();

    stack.pause(Part.POSTGRESQL);
    stack.up(POSTGRESQL);
    assertThat(stack.pid(Part.POSTGRESQL).orElseThrow()).isNotEqualTo(hung);
    assertThat(LinuxProcess.withPid(hung)).isEmpty();
  }

  @Test
  void keepsThePasswordFromOtherUsersAndAsksForIt() throws Exception {
    stack.up(POSTGRESQL);
    Path password = stack.dataDirectory().resolve("postgresql/password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DriverManager.getConnection(stack.jdbcUrl(), "defter", "a guess"))
        .withMessageContaining("password authentication failed");
  }
}
